package requirement

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"infoklass/domain/classify"
)

//go:embed requirements.tsv
var shipped string

// Shipped is the catalogue that comes with the program. It panics where that
// cannot be read, which is a fault of the build and found by the package's test.
var Shipped = func() *Catalogue {
	c, err := Read(shipped)
	if err != nil {
		panic(err)
	}
	return c
}()

// Catalogue is a set of requirements that refer to each other.
type Catalogue struct {
	all      []Requirement
	byID     map[string]int
	replaces [][]int // by requirement, those that it replaces, through chains

	// changes is what a municipality has decided, by requirement id; nil for a
	// catalogue as shipped.
	changes map[string]Change
}

// columns are the headings of a catalogue's file, in order.
var columns = []string{"id", "category", "aspects", "min_level", "iso27002_2022", "target", "condition", "replaces", "title_sv", "title_en", "text_sv", "text_en"}

// Read reads a catalogue of tab-separated lines under a heading. It returns an
// error for anything it does not know: a value, an id that is there twice, a
// reference to a missing requirement, one that replaces itself. It is strict,
// because nobody would notice a requirement left out.
func Read(tsv string) (*Catalogue, error) {
	lines := strings.Split(strings.TrimSuffix(tsv, "\n"), "\n")
	if head := strings.Split(lines[0], "\t"); !slices.Equal(head, columns) {
		return nil, fmt.Errorf("requirement: the columns are %q, not %q", head, columns)
	}
	c := &Catalogue{byID: map[string]int{}}
	for i, line := range lines[1:] {
		r, err := readLine(line)
		if err != nil {
			return nil, fmt.Errorf("requirement: line %d: %w", i+2, err)
		}
		if _, twice := c.byID[r.ID]; twice {
			return nil, fmt.Errorf("requirement: line %d: %s is there already", i+2, r.ID)
		}
		c.byID[r.ID] = len(c.all)
		c.all = append(c.all, r)
	}
	return c, c.link()
}

var idForm = regexp.MustCompile(`^(\p{Lu}{2,10})-[0-9]{2,4}$`)
var isoForm = regexp.MustCompile(`^[5-8]\.[0-9]{1,2}$`)

func readLine(line string) (Requirement, error) {
	cells := strings.Split(line, "\t")
	if len(cells) != len(columns) {
		return Requirement{}, fmt.Errorf("%d cells, not %d", len(cells), len(columns))
	}
	r := Requirement{
		ID: cells[0], Category: Category(cells[1]), ISO: cells[4], Target: Target(cells[5]), Condition: Condition(cells[6]),
		Title: Words{cells[8], cells[9]}, Text: Words{cells[10], cells[11]},
	}
	var err error
	if r.Aspects, err = readAspects(cells[2]); err != nil {
		return r, err
	}
	if r.Rank = strings.Index("0123", cells[3]); r.Rank < 0 || len(cells[3]) != 1 {
		return r, fmt.Errorf("%q is no protection rank", cells[3])
	}
	if cells[7] != "" {
		r.Replaces = strings.Split(cells[7], ",")
	}
	return r, r.check()
}

func readAspects(cell string) (Aspects, error) {
	var out Aspects
	for letter := range strings.SplitSeq(cell, ",") {
		a, ok := classify.AspectOf(letter)
		if !ok || slices.Contains(out, a) || len(letter) != 1 {
			return nil, fmt.Errorf("%q is no list of aspects", cell)
		}
		out = append(out, a)
	}
	return out, nil
}

func (r *Requirement) check() error {
	m := idForm.FindStringSubmatch(r.ID)
	switch {
	case m == nil || m[1] != string(r.Category):
		return fmt.Errorf("%q is no id in category %q", r.ID, r.Category)
	case !slices.Contains(Categories, r.Category):
		return fmt.Errorf("%q is no category", r.Category)
	case !isoForm.MatchString(r.ISO):
		return fmt.Errorf("%q is no control number", r.ISO)
	case !slices.Contains(Targets, r.Target):
		return fmt.Errorf("%q is no target", r.Target)
	case r.Condition != "" && !slices.Contains(Conditions, r.Condition):
		return fmt.Errorf("%q is no condition", r.Condition)
	}
	for _, s := range []string{r.Title.Swedish, r.Title.English, r.Text.Swedish, r.Text.English} {
		if strings.TrimSpace(s) == "" || strings.TrimSpace(s) != s {
			return fmt.Errorf("%s has a text that is empty or has blanks around it", r.ID)
		}
	}
	return nil
}

// link works out what each requirement replaces, through chains. A requirement
// may only replace one with the same target: otherwise it would hide one from an
// asset that it does not itself apply to.
func (c *Catalogue) link() error {
	c.replaces = make([][]int, len(c.all))
	for i := range c.all {
		seen := map[int]bool{}
		var follow func(at int) error
		follow = func(at int) error {
			for _, id := range c.all[at].Replaces {
				next, ok := c.byID[id]
				switch {
				case !ok:
					return fmt.Errorf("requirement: %s replaces %q, which is not there", c.all[at].ID, id)
				case next == i:
					return fmt.Errorf("requirement: %s replaces itself", c.all[i].ID)
				case c.all[next].Target != c.all[at].Target:
					return fmt.Errorf("requirement: %s replaces %s, which has another target", c.all[at].ID, id)
				}
				if seen[next] {
					continue
				}
				seen[next] = true
				c.replaces[i] = append(c.replaces[i], next)
				if err := follow(next); err != nil {
					return err
				}
			}
			return nil
		}
		if err := follow(i); err != nil {
			return err
		}
	}
	return nil
}

// All returns every requirement in the catalogue's order. The caller must not
// change the slice.
func (c *Catalogue) All() []Requirement { return c.all }

// ByID returns the requirement with an id, and false for an unknown id.
func (c *Catalogue) ByID(id string) (*Requirement, bool) {
	i, ok := c.byID[id]
	if !ok {
		return nil, false
	}
	return &c.all[i], true
}
