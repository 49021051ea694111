package drawing

import (
	"bytes"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
)

var errNoGL = errors.New("WGL: the driver does not appear to support OpenGL")

// desk is a computer that notes what was asked of it.
type desk struct {
	probe    error
	second   string
	folders  []string
	refused  error
	statuses []int // of the second program, start by start
	failing  error
	asked    []string
	log      bytes.Buffer
}

func (d *desk) computer() Computer {
	return Computer{
		Probe:   func() (string, error) { d.asked = append(d.asked, "probe"); return "llvmpipe", d.probe },
		Second:  d.second,
		Folders: func() ([]string, error) { return d.folders, d.refused },
		Start: func(_, folder string) (int, error) {
			d.asked = append(d.asked, folder)
			status := d.statuses[0]
			d.statuses = d.statuses[1:]
			return status, d.failing
		},
		Log: slog.New(slog.NewTextHandler(&d.log, nil)),
	}
}

func TestDecide(t *testing.T) {
	const exe = "infoklass-angle.exe"
	for name, tc := range map[string]struct {
		desk
		wish  Wish
		want  Outcome
		asked string
		fails bool
	}{
		"OpenGL is there":                        {desk{second: exe}, Wish{}, Outcome{Here: true}, "probe", false},
		"no OpenGL, ANGLE":                       {desk{probe: errNoGL, second: exe, folders: []string{"b"}, statuses: []int{0}}, Wish{Choice: Auto}, Outcome{}, "probe b", false},
		"its status is passed on":                {desk{probe: errNoGL, second: exe, folders: []string{"b"}, statuses: []int{7}}, Wish{}, Outcome{Status: 7}, "probe b", false},
		"the newest cannot, the next can":        {desk{probe: errNoGL, second: exe, folders: []string{"b", "a"}, statuses: []int{CannotDraw, 0}}, Wish{}, Outcome{}, "probe b a", false},
		"a library that Windows cannot load":     {desk{probe: errNoGL, second: exe, folders: []string{"b", "a"}, statuses: []int{-1073741515, 0}}, Wish{}, Outcome{}, "probe b a", false},
		"no second program":                      {desk{probe: errNoGL}, Wish{}, Outcome{}, "probe", true},
		"no libraries":                           {desk{probe: errNoGL, second: exe, refused: errors.New("unsigned")}, Wish{}, Outcome{}, "probe", true},
		"it cannot be started":                   {desk{probe: errNoGL, second: exe, folders: []string{"b"}, statuses: []int{0}, failing: errors.New("gone")}, Wish{}, Outcome{}, "probe b", true},
		"ANGLE is wished for":                    {desk{second: exe, folders: []string{"b"}, statuses: []int{0}}, Wish{Choice: ANGLE}, Outcome{}, "b", false},
		"ANGLE is wished for and not there":      {desk{second: exe}, Wish{Choice: ANGLE}, Outcome{Here: true}, "probe", false},
		"ANGLE is demanded and not there":        {desk{second: exe}, Wish{ANGLE, true}, Outcome{}, "", true},
		"ANGLE is demanded of the second itself": {desk{}, Wish{ANGLE, true}, Outcome{Here: true}, "probe", false},
		"OpenGL is demanded and not there":       {desk{probe: errNoGL, second: exe, folders: []string{"b"}}, Wish{OpenGL, true}, Outcome{}, "probe", true},
		"OpenGL is wished for and not there":     {desk{probe: errNoGL, second: exe, folders: []string{"b"}, statuses: []int{0}}, Wish{Choice: OpenGL}, Outcome{}, "probe b", false},
	} {
		t.Run(name, func(t *testing.T) {
			d := tc.desk
			got, err := d.computer().Decide(tc.wish)
			if got != tc.want || errors.Is(err, ErrNothing) != tc.fails {
				t.Errorf("got %+v, %v; want %+v, failing %v", got, err, tc.want, tc.fails)
			}
			if asked := strings.Join(d.asked, " "); asked != tc.asked {
				t.Errorf("asked %q, want %q", asked, tc.asked)
			}
			if !strings.Contains(d.log.String(), "way=") {
				t.Errorf("the log does not say which way was taken: %s", d.log.String())
			}
		})
	}
}

func TestTheReasonIsTold(t *testing.T) {
	d := desk{probe: errNoGL, second: "x", refused: errors.New("libEGL.dll: signed by somebody else")}
	_, err := d.computer().Decide(Wish{})
	for _, words := range []string{errNoGL.Error(), "somebody else"} {
		if !strings.Contains(err.Error(), words) || !strings.Contains(d.log.String(), words) {
			t.Errorf("neither error nor log may leave out %q: %v; %s", words, err, d.log.String())
		}
	}
}

func TestOnlyAFewFoldersAreTried(t *testing.T) {
	d := desk{probe: errNoGL, second: "x", folders: []string{"6", "5", "4", "3", "2", "1"}, statuses: slices.Repeat([]int{CannotDraw}, 6)}
	if _, err := d.computer().Decide(Wish{}); !errors.Is(err, ErrNothing) || len(d.asked) != 1+tries {
		t.Errorf("asked %v: %v", d.asked, err)
	}
}

func TestParse(t *testing.T) {
	for _, c := range Choices {
		if got, err := Parse(string(c)); got != c || err != nil {
			t.Errorf("%s: %v %v", c, got, err)
		}
	}
	for _, s := range []string{"", "OpenGL", "direct3d"} {
		if got, err := Parse(s); got != Auto || err == nil {
			t.Errorf("%q was taken for %v, %v", s, got, err)
		}
	}
}
