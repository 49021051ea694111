// Package mark holds the small signs that the window draws instead of
// characters that a font may lack.
package mark

// Sign is a small picture: the body of an SVG of 24×24, in which black is replaced
// by the colour it is drawn in. Signs replace characters such as ✓ and ▾, which
// the program's font lacks and another computer's fonts may lack too.
type Sign string

// The signs.
const (
	None     Sign = ""
	Tick     Sign = `<path fill="none" stroke="#000" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="M4.5 12.5l5 5 10-11"/>`
	Cross    Sign = `<path fill="none" stroke="#000" stroke-width="2.6" stroke-linecap="round" d="M6 6l12 12M18 6L6 18"/>`
	Bang     Sign = `<path fill="none" stroke="#000" stroke-width="3" stroke-linecap="round" d="M12 4v10M12 19.4v.2"/>`
	Info     Sign = `<path fill="none" stroke="#000" stroke-width="2" d="M12 2.5a9.5 9.5 0 1 0 .01 0z"/><path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" d="M12 11v6M12 7.2v.2"/>`
	Alert    Sign = `<path fill="none" stroke="#000" stroke-width="2" stroke-linejoin="round" d="M12 3L2 20.5h20z"/><path fill="none" stroke="#000" stroke-width="2.2" stroke-linecap="round" d="M12 9.5v5M12 17.4v.2"/>`
	Dot      Sign = `<path fill="#000" d="M12 5.5a6.5 6.5 0 1 0 .01 0z"/>`
	Ring     Sign = `<path fill="none" stroke="#000" stroke-width="2" d="M12 5a7 7 0 1 0 .01 0z"/>`
	Radio    Sign = `<path fill="none" stroke="#000" stroke-width="2" d="M12 4a8 8 0 1 0 .01 0z"/>`
	RadioOn  Sign = `<path fill="none" stroke="#000" stroke-width="2" d="M12 4a8 8 0 1 0 .01 0z"/><path fill="#000" d="M12 7.7a4.3 4.3 0 1 0 .01 0z"/>`
	Box      Sign = `<path fill="none" stroke="#000" stroke-width="2" d="M4.5 4.5h15v15h-15z"/>`
	BoxOn    Sign = `<path fill="none" stroke="#000" stroke-width="2" d="M4.5 4.5h15v15h-15z"/><path fill="none" stroke="#000" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="M8 12l3 3 5.2-6"/>`
	BoxSome  Sign = `<path fill="none" stroke="#000" stroke-width="2" d="M4.5 4.5h15v15h-15z"/><path fill="#000" d="M8 10.8h8v2.4H8z"/>`
	Down     Sign = `<path fill="#000" d="M5 9h14l-7 8z"/>`
	Up       Sign = `<path fill="#000" d="M5 16h14l-7-8z"/>`
	Next     Sign = `<path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" d="M9 5l7 7-7 7"/>`
	Previous Sign = `<path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" d="M15 5l-7 7 7 7"/>`
	Plus     Sign = `<path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" d="M12 5v14M5 12h14"/>`
	Search   Sign = `<path fill="none" stroke="#000" stroke-width="2.2" stroke-linecap="round" d="M10.5 4a6.5 6.5 0 1 0 .01 0zM15.5 15.5l5 5"/>`
	Calendar Sign = `<path fill="none" stroke="#000" stroke-width="2" stroke-linejoin="round" d="M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4"/>`
)
