package widgets_test

import (
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/text"
	"infoklass/gui/shots"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// The gallery shows every widget the way pages use them. Its texts are samples,
// not the program's.

var galleryDay = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func gallery() []shots.Screen {
	return []shots.Screen{
		{Name: "overview", Make: galleryOverview},
		{Name: "table", Make: galleryTable},
		{Name: "steps", Make: gallerySteps},
		{Name: "form", Make: galleryForm},
		{Name: "empty", Make: galleryEmpty},
		{Name: "focus", Make: galleryTable, Then: func(c fyne.Canvas) {
			for range 14 {
				c.FocusNext()
			}
		}},
		{Name: "confirm", Make: galleryForm, Then: func(c fyne.Canvas) {
			widgets.Confirm(c, widgets.Question{
				Title: "Ta bort 3 tillgångar?", Words: "De försvinner ur registret tillsammans med sina klassningar. Det går att ångra.",
				Yes: "Ta bort", No: "Behåll", Danger: true,
			}, func(bool) {})
		}},
		{Name: "message", Make: galleryForm, Then: func(c fyne.Canvas) {
			widgets.Message(c, widgets.Warning, "Filen kunde inte läsas", "Den är öppen i Excel. Ingenting har ändrats i registret. Stäng filen i Excel och försök igen.", "OK", nil)
		}},
	}
}

func TestGalleryTabOrderFollowsTheEye(t *testing.T) {
	for _, s := range gallery() {
		begin(t)
		page := s.Make(shots.Setting{Lang: text.Swedish})
		show(t, page, shots.Width, shots.Height)
		shots.Settle(page)
		for _, p := range shots.TabOrder(page) {
			t.Errorf("%s: %v", s.Name, p)
		}
	}
}

// TestGalleryFits proves that no text of any widget is clipped. With
// INFOKLASS_SHOTS set to a folder it writes the pictures there.
func TestGalleryFits(t *testing.T) {
	test.NewTempApp(t)
	dir := os.Getenv("INFOKLASS_SHOTS")
	settings := shots.Layouts()
	if dir != "" {
		settings = shots.Settings()
	}
	for _, set := range settings {
		if set.Lang != text.Swedish {
			continue // the samples are Swedish
		}
		problems, err := shots.Write(dir, gallery(), []shots.Setting{set})
		if err != nil {
			t.Fatal(err)
		}
		for file, found := range problems {
			for _, p := range found {
				t.Errorf("%s: %v", file, p)
			}
		}
	}
}

func frame(chosen int, content fyne.CanvasObject) fyne.CanvasObject {
	names := []string{"Översikt", "Informationstillgångar", "Klassning", "Skyddskrav", "Åtgärder", "Risker", "Planer", "Organisation", "Styrdokument", "Rapporter", "Händelselogg"}
	counts := map[int]string{2: "14", 3: "6", 6: "3"}
	items := []fyne.CanvasObject{widgets.Inset(4, 10, widgets.Column(0, widgets.NewElided("Exempelkommunen", widgets.Strong, widgets.Plain), widgets.NewElided("exempel.infoklass", widgets.Caption, widgets.Muted)))}
	for i, name := range names {
		n := widgets.NewNavItem(name, func() {})
		n.SetCount(counts[i])
		n.SetChosen(i == chosen)
		items = append(items, n)
	}
	nav := widgets.Sized(212, 0, widgets.Scrolled(widgets.Inset(14, 10, widgets.Column(1, items...))))
	return widgets.Border(nil, nil, nav, nil, content)
}

func galleryOverview(shots.Setting) fyne.CanvasObject {
	figures := widgets.Columns(widgets.Apart, nil,
		widgets.NewFigure(widgets.FigureTexts{Title: "Informationstillgångar", Number: "342", Note: "varav 118 verksamhetssystem", Tone: widgets.Muted, Share: -1}, func() {}),
		widgets.NewFigure(widgets.FigureTexts{Title: "Klassade", Number: "271", Beside: "79 %", Share: 0.79}, func() {}),
		widgets.NewFigure(widgets.FigureTexts{Title: "Särskilt viktiga", Number: "46", Note: "7 saknar informationsägare ›", Tone: widgets.Bad, Share: -1}, func() {}),
		widgets.NewFigure(widgets.FigureTexts{Title: "Krav i policyn uppfyllda", Number: "83 %", Note: "58 avvikelser ›", Tone: widgets.Bad, Share: -1}, func() {}),
	)
	todo := widgets.NewTable(func(r [4]string) string { return r[0] },
		widgets.TableColumn[[4]string]{ID: "what", Title: "Tillgång", Width: 170, Text: func(r [4]string) string { return r[0] },
			Mark: func(r [4]string) (mark.Sign, widgets.Tone) {
				if r[3] == "bad" {
					return mark.Dot, widgets.Bad
				}
				return mark.Dot, widgets.Warning
			}},
		widgets.TableColumn[[4]string]{ID: "do", Title: "Att göra", Width: 200, Grow: true, Text: func(r [4]string) string { return r[1] }},
		widgets.TableColumn[[4]string]{ID: "unit", Title: "Nämnd", Width: 140, Text: func(r [4]string) string { return r[2] }, Tone: func([4]string) widgets.Tone { return widgets.Muted }},
	)
	todo.SetRows([][4]string{
		{"Journalsystem HSL", "Avbrottsplan saknas (T3)", "Socialnämnden", "bad"},
		{"Elevregister", "Informationsägare saknas", "Utbildningsnämnden", "bad"},
		{"Driftövervakning VA", "Riskanalys äldre än 24 mån", "Tekniska nämnden", "bad"},
		{"E-arkiv (upphandling)", "Klassning krävs före upphandling", "Kommunstyrelsen", "warn"},
	})
	charts := widgets.Column(widgets.Near,
		widgets.NewStackedRow("Konfidentialitet", strconv.Itoa, 30, 90, 100, 43),
		widgets.NewStackedRow("Riktighet", strconv.Itoa, 20, 110, 110, 25),
		widgets.NewStackedRow("Tillgänglighet", strconv.Itoa, 40, 120, 80, 31),
		widgets.NewStackedRow("Spårbarhet", strconv.Itoa, 61, 120, 74, 16),
		widgets.NewLegend("0 Försumbar", "1 Måttlig", "2 Betydande", "3 Allvarlig"),
	)
	lower := widgets.Columns(widgets.Apart, []float32{3, 2},
		widgets.NewCardWithNote("Att göra", "det viktigaste först", todo),
		widgets.NewCard("Nivåer per aspekt", charts))
	page := widgets.NewPage("Översikt", "Läget mot informationssäkerhetspolicyn, 23 november 2026",
		widgets.Scrolled(widgets.Border(widgets.Column(widgets.Apart, figures, widgets.Column(0)), nil, nil, nil, lower)),
		widgets.NewButton("Importera Excel…", func() {}), widgets.NewPrimary("Skriv ut översikt", func() {}))
	return frame(0, page.Object())
}

type sample struct {
	name, kind, unit, owner, review, state string
	tone                                   widgets.Tone
	ranks                                  [4]int
}

func samples(n int) []sample {
	base := []sample{
		{"Avvikelserapportering", "System", "Socialnämnden", "Eva Lind", "2027-03-01", "Allt klart", widgets.Good, [4]int{2, 2, 1, 2}},
		{"Elevhälsojournal", "System", "Utbildningsnämnden", "Olof Berg", "2026-12-10", "2 krav kvar", widgets.Bad, [4]int{3, 3, 2, 3}},
		{"Bygglovsärenden", "Information", "Miljönämnden", "–", "2027-05-20", "Allt klart", widgets.Good, [4]int{1, 2, 1, 2}},
		{"Driftövervakning av vatten och avlopp i hela kommunen", "System", "Tekniska nämnden", "Per Ström", "2026-11-30", "1 krav kvar", widgets.Bad, [4]int{2, 3, 3, 2}},
		{"E-arkiv", "System", "Kommunstyrelsen", "Karin Ek", "", "Klassas före köp", widgets.Warning, [4]int{-1, -1, -1, -1}},
		{"Intranät", "System", "Kommunstyrelsen", "Karin Ek", "2028-02-01", "Allt klart", widgets.Good, [4]int{0, 1, 1, 0}},
	}
	rows := make([]sample, n)
	for i := range rows {
		rows[i] = base[i%len(base)]
		if i >= len(base) {
			rows[i].name = fmt.Sprintf("%s %d", rows[i].name, i)
		}
	}
	return rows
}

func sampleBadges(ranks [4]int) []widgets.Badge {
	badges := make([]widgets.Badge, 4)
	for i, letter := range []string{"K", "R", "T", "S"} {
		badges[i] = widgets.Badge{Letter: letter, Rank: ranks[i], Set: ranks[i] >= 0}
	}
	return badges
}

func sampleTable(n int) *widgets.Table[sample] {
	muted := func(sample) widgets.Tone { return widgets.Muted }
	table := widgets.NewTable(func(s sample) string { return s.name },
		widgets.TableColumn[sample]{ID: "name", Title: "Namn", Width: 175, Grow: true, Sortable: true, Text: func(s sample) string { return s.name }},
		widgets.TableColumn[sample]{ID: "kind", Title: "Typ", Width: 105, Sortable: true, Text: func(s sample) string { return s.kind }, Tone: muted},
		widgets.TableColumn[sample]{ID: "unit", Title: "Nämnd / bolag", Width: 165, Sortable: true, Text: func(s sample) string { return s.unit }},
		widgets.TableColumn[sample]{ID: "owner", Title: "Ägare", Width: 95, Sortable: true, Text: func(s sample) string { return s.owner }},
		widgets.TableColumn[sample]{ID: "class", Title: "Klass", Width: 172, Badges: func(s sample) []widgets.Badge { return sampleBadges(s.ranks) }},
		widgets.TableColumn[sample]{ID: "review", Title: "Översyn", Width: 100, Sortable: true, Text: func(s sample) string { return s.review }},
		widgets.TableColumn[sample]{ID: "state", Title: "Policykrav", Width: 150, Text: func(s sample) string { return s.state },
			Tone: func(s sample) widgets.Tone { return s.tone },
			Mark: func(s sample) (mark.Sign, widgets.Tone) {
				if s.tone == widgets.Good {
					return mark.Tick, widgets.Good
				}
				return mark.None, widgets.Plain
			}},
	).WithChecks()
	table.SetRows(samples(n))
	table.SetSort("name", false)
	return table
}

func galleryTable(shots.Setting) fyne.CanvasObject {
	table := sampleTable(40)
	table.SelectKeys("Elevhälsojournal")
	menu := func() []*fyne.MenuItem { return []*fyne.MenuItem{fyne.NewMenuItem("Alla", func() {})} }
	level := widgets.NewChip("Nivå 2 eller högre", func() {})
	level.OnClear = func() {}
	level.Set("Nivå 2 eller högre", true)
	chips := widgets.Flow(6, widgets.NewMenuChip("Nämnd: alla", menu), widgets.NewMenuChip("Typ: alla", menu), level, widgets.NewChip("Krav kvar", func() {}), widgets.NewMenuChip("Fler filter", menu))
	search := widgets.NewSearchEntry("Sök namn, ägare, leverantör, anteckning … (Ctrl+F)")
	top := widgets.Column(10, search, chips)
	foot := widgets.Flow(widgets.Near, widgets.NewText("1 markerad", widgets.Body, widgets.Muted),
		widgets.NewLink("Klassa…", widgets.Accent, func() {}), widgets.NewLink("Ändra flera…", widgets.Accent, func() {}), widgets.NewLink("Ta bort", widgets.Accent, func() {}))
	page := widgets.NewPage("Informationstillgångar", "342 tillgångar, 40 visas",
		widgets.Border(widgets.Column(widgets.Near, top, widgets.Column(0)), widgets.Inset(widgets.Tight, 0, foot), nil, nil, widgets.NewPlate(table)),
		widgets.NewMenuButton("Exportera", menu), widgets.NewButton("Importera Excel…", func() {}), widgets.NewPrimary("Ny tillgång", func() {}))
	page.Show(widgets.NewNotice(widgets.Good, "Importen är klar: 96 nya tillgångar och 17 ändrade.", "Ångra import av systemlista.xlsx", func() {}, "Stäng"))
	return frame(1, page.Object())
}

func gallerySteps(shots.Setting) fyne.CanvasObject {
	steps := widgets.NewSteps("Information", "Konfidentialitet", "Riktighet", "Tillgänglighet", "Spårbarhet", "Beslut")
	steps.Set(1, []bool{true})
	cards := make([]fyne.CanvasObject, 4)
	for i, c := range [][2]string{
		{"0 Försumbar", "Ingen eller obetydlig skada. Informationen är eller kan bli offentlig."},
		{"1 Måttlig", "Begränsad olägenhet för någon enskild eller för verksamheten. Går att rätta till snabbt."},
		{"2 Betydande", "Integritetskränkning eller tydlig skada för flera. Lagkrav bryts."},
		{"3 Allvarlig", "Allvarlig eller varaktig skada. Fara för liv, hälsa eller skyddad identitet."},
	} {
		card := widgets.NewChoiceCard(c[0], c[1], func() {})
		card.SetChosen(i == 3)
		cards[i] = card
	}
	form := widgets.Column(10,
		widgets.NewWrapped("Vad blir följden om obehöriga får ta del av informationen?", widgets.Section, widgets.Plain),
		widgets.NewWrapped("Välj den allvarligaste rimliga följden. Tänk på den enskilde, verksamheten, ekonomin, lagkrav och förtroendet.", widgets.Body, widgets.Muted),
		widgets.Columns(widgets.Apart, nil, cards...),
		widgets.NewFormRow("Motivering", "krävs från nivå 2", widgets.NewLongEntry("Journaluppgifter om hälsa för cirka 1 900 personer, däribland personer med skyddade personuppgifter.", 3)),
		widgets.NewProgressStrip("Läser in rad 1 200 …", "Stoppa", func() {}),
	)
	side := widgets.NewCard("Det här innebär valet", widgets.Column(widgets.Near,
		widgets.NewProfileBadges(sampleBadges([4]int{3, -1, -1, -1})...),
		widgets.NewText("Preliminär klass", widgets.Small, widgets.Muted),
		widgets.NewMarked(mark.Dot, widgets.Plain, widgets.NewWrapped("Särskilt viktig: informationsägare och riskanalys krävs", widgets.Body, widgets.Plain)),
		widgets.NewMarked(mark.Dot, widgets.Plain, widgets.NewWrapped("31 skyddskrav för konfidentialitet", widgets.Body, widgets.Plain)),
		widgets.NewMarked(mark.Ring, widgets.Muted, widgets.NewWrapped("Avbrottsplan: avgörs av Tillgänglighet", widgets.Body, widgets.Muted)),
	))
	content := widgets.Border(widgets.Column(widgets.Apart, steps, widgets.Column(0)), nil, nil, nil,
		widgets.Scrolled(widgets.Columns(widgets.Apart, []float32{3, 1}, form, side)))
	page := widgets.NewPage("Klassa: Journalsystem HSL", "Socialnämnden · Verksamhetssystem · utkast sparat 10:42", content,
		widgets.NewButton("Spara utkast", func() {}), widgets.NewPrimary("Nästa: Riktighet ›", func() {}))
	return frame(2, page.Object())
}

func galleryForm(set shots.Setting) fyne.CanvasObject {
	p := text.In(set.Lang)
	date := widgets.NewDateEntry(p, galleryDay, false, func() time.Time { return galleryDay })
	number := widgets.NewNumberEntry(p, widgets.NumberRule{Least: 0, Most: 48})
	number.SetNumber(2.5)
	wrong := widgets.NewFormRow("Längsta avbrott i timmar", "", number)
	wrong.Fault("Talet ska vara mellan 0 och 48.")
	disabled := widgets.NewButton("Går inte nu", func() {})
	disabled.Disable()
	main := widgets.NewPrimary("Går inte heller", func() {})
	main.Disable()
	menu := func() []*fyne.MenuItem { return nil }
	tabs := widgets.NewTabs("Översikt", "Uppgifter", "Klassning", "Skyddskrav 27/31", "Risker 4", "Planer", "Historik")
	fields := widgets.Column(10,
		widgets.NewFormRow("Namn", "", widgets.NewEntry("Journalsystem HSL")),
		widgets.NewFormRow("Översyn senast", "lämna tomt om det inte är bestämt", date),
		wrong,
		widgets.NewFormRow("Blir", "", widgets.Row(widgets.Near, widgets.NewChoice("Nämnd / bolag", menu), widgets.NewChoice("Hoppas över", menu))),
		widgets.Flow(widgets.Near, disabled, main, widgets.NewButton("Upprätta", func() {}).Compact(), widgets.NewIconButton(mark.Cross, "Stäng", func() {})),
		widgets.NewNotice(widgets.Warning, "Registret ligger på en nätverksplats. Det går att arbeta, men spara helst på den egna datorn.", "", nil, "Stäng"),
		widgets.NewNotice(widgets.Bad, "Filen kunde inte läsas: den är öppen i Excel. Ingenting har ändrats. Stäng den och försök igen.", "Försök igen", func() {}, "Stäng"),
	)
	duty := func(m mark.Sign, tone widgets.Tone, what, when string) fyne.CanvasObject {
		return widgets.Columns(widgets.Near, []float32{1, 1}, widgets.NewMarked(m, tone, widgets.NewWrapped(what, widgets.Body, widgets.Plain)), widgets.NewElided(when, widgets.Body, widgets.Muted))
	}
	side := widgets.NewCard("Krav enligt policyn", widgets.Column(widgets.Near,
		duty(mark.Tick, widgets.Good, "Klassad och fastställd", "2024-11-28, sektorchef A. Ros"),
		duty(mark.Cross, widgets.Bad, "Avbrottsplan saknas", "senast 2026-12-01"),
		duty(mark.Bang, widgets.Warning, "Översyn av klassning", "senast 2026-12-01"),
		duty(mark.Alert, widgets.Warning, "Alert", ""), duty(mark.Info, widgets.Accent, "Info", ""), duty(mark.BoxOn, widgets.Accent, "BoxOn", ""),
		widgets.Row(widgets.Near, widgets.NewLevelBadge(widgets.Badge{Letter: "K", Rank: 0, Set: true}), widgets.NewLevelBadge(widgets.Badge{Letter: "R", Rank: 1, Set: true}), widgets.NewLevelBadge(widgets.Badge{Letter: "T", Rank: 2, Set: true}), widgets.NewLevelBadge(widgets.Badge{Letter: "S", Rank: 3, Set: true}), widgets.NewLevelBadge(widgets.Badge{Letter: "S"}), layout.NewSpacer()),
	))
	page := widgets.NewPage("Journalsystem HSL", "Verksamhetssystem · Socialnämnden › Sektor stöd och omsorg · I drift",
		widgets.Border(widgets.Column(widgets.Near, tabs, widgets.Column(0)), nil, nil, nil, widgets.Scrolled(widgets.Columns(widgets.Apart, []float32{1, 1}, fields, side))),
		widgets.NewProfileBadges(sampleBadges([4]int{3, 3, 3, 3})...), widgets.NewMenuButton("Skriv ut", menu), widgets.NewPrimary("Klassa om", func() {}))
	return frame(1, page.Object())
}

func galleryEmpty(shots.Setting) fyne.CanvasObject {
	empty := widgets.NewEmptyState("Här samlas kommunens informationstillgångar", "En informationstillgång är ett verksamhetssystem eller en samling information. Börja på det sätt som passar bäst.",
		widgets.Door{Title: "Importera en lista", Words: "Har ni en systemlista i Excel? Programmet läser den, och ingenting sparas förrän du har granskat.", Open: func() {}},
		widgets.Door{Title: "Lägg till en tillgång", Words: "Skriv in den första för hand.", Open: func() {}},
		widgets.Door{Title: "Titta på en exempelkommun", Words: "Se hur det blir, med påhittade uppgifter.", Open: func() {}},
	)
	page := widgets.NewPage("Informationstillgångar", "", empty, widgets.NewPrimary("Ny tillgång", func() {}))
	return frame(1, page.Object())
}
