package text_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// entry is a message of the catalogue as its file writes it. A plain message
// has the one form "other".
type entry struct {
	file   string
	forms  map[string]string
	plural bool
}

var placeholder = regexp.MustCompile(`{{\s*\.([A-Za-z]+)\s*}}`)

// names lists the arguments that the forms of e show, in order.
func (e entry) names() []string {
	set := map[string]bool{}
	for _, f := range e.forms {
		for _, m := range placeholder.FindAllStringSubmatch(f, -1) {
			set[m[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// catalogue reads the files of one language and fails on what JSON itself lets pass: a key given twice.
func catalogue(t *testing.T, lang string) map[string]entry {
	t.Helper()
	files, err := filepath.Glob(lang + "/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no messages in %s: %v", lang, err)
	}
	out := map[string]entry{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(strings.NewReader(string(data)))
		if _, err := d.Token(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var raw json.RawMessage
			if err := d.Decode(&raw); err != nil {
				t.Fatalf("%s: %s: %v", name, key, err)
			}
			e := entry{file: name}
			if json.Unmarshal(raw, &e.forms) == nil {
				e.plural = true
			} else {
				var s string
				if err := json.Unmarshal(raw, &s); err != nil {
					t.Fatalf("%s: %s is neither a text nor forms of one: %s", name, key, raw)
				}
				e.forms = map[string]string{"other": s}
			}
			if twin, twice := out[key.(string)]; twice {
				t.Errorf("%s stands in %s and in %s", key, twin.file, name)
			}
			out[key.(string)] = e
		}
	}
	return out
}

func TestCatalogueIsCompleteInBothLanguages(t *testing.T) {
	sv, en := catalogue(t, "sv"), catalogue(t, "en")
	for key, s := range sv {
		e, ok := en[key]
		if !ok {
			t.Errorf("%s: %s is not in English", s.file, key)
			continue
		}
		if s.plural != e.plural {
			t.Errorf("%s has a plural in one language only", key)
		}
		if a, b := s.names(), e.names(); !slices.Equal(a, b) {
			t.Errorf("%s shows %v in Swedish and %v in English", key, a, b)
		}
	}
	for key, e := range en {
		if _, ok := sv[key]; !ok {
			t.Errorf("%s: %s is not in Swedish", e.file, key)
		}
	}
}

func TestEveryMessageIsWellFormed(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		for key, e := range catalogue(t, lang) {
			if want := []string{"one", "other"}; e.plural && !slices.Equal(slices.Sorted(maps.Keys(e.forms)), want) {
				t.Errorf("%s: %s has other forms than %v", e.file, key, want)
			}
			all := e.names()
			for form, s := range e.forms {
				if strings.TrimSpace(s) == "" {
					t.Errorf("%s: %s (%s) is empty", e.file, key, form)
				}
				if n := strings.Count(s, "{{"); n != len(placeholder.FindAllString(s, -1)) {
					t.Errorf("%s: %s (%s) has an argument that is not written {{.name}}: %s", e.file, key, form, s)
				}
				shown := entry{forms: map[string]string{form: s}}.names()
				for _, name := range all {
					if name != "n" && !slices.Contains(shown, name) {
						t.Errorf("%s: %s shows %s in one number only", e.file, key, name)
					}
				}
			}
		}
	}
}
