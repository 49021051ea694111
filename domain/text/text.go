// Package text is the one message catalogue: every sentence a person reads,
// in the window, in the terminal and in documents, comes from here.
//
// Messages lie in sv/*.json and en/*.json, one file for each area, as flat objects
// from key to text, or to {"one": …, "other": …} where a number decides.
// Arguments are written {{.name}}; the number of a plural message is {{.n}}.
package text

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed sv/*.json en/*.json
var files embed.FS

// Lang is a language of the catalogue.
type Lang string

// The languages of the program. Swedish is the first and the fallback.
const (
	Swedish Lang = "sv"
	English Lang = "en"
)

// Langs lists the languages in the order a settings page shows them.
var Langs = []Lang{Swedish, English}

// Printer writes messages in one language. It is safe for concurrent use.
type Printer struct {
	lang  Lang
	plain map[string]string
	loc   *i18n.Localizer
}

var printers = load()

// In returns the printer of a language, the Swedish one for an unknown language.
func In(lang Lang) *Printer {
	if p, ok := printers[lang]; ok {
		return p
	}
	return printers[Swedish]
}

// Lang returns the language that p writes.
func (p *Printer) Lang() Lang { return p.lang }

// T returns the message of key. Args are pairs of a name and a value. A key
// that the catalogue lacks comes back in brackets, which a test forbids.
func (p *Printer) T(key string, args ...any) string {
	if s, ok := p.plain[key]; ok {
		return s
	}
	return p.localize(key, nil, pairs(args))
}

// N returns the message of key in the grammatical number of n, which the
// message may show as {{.n}}, written with thousands separated.
func (p *Printer) N(key string, n int, args ...any) string {
	data := pairs(args)
	data["n"] = p.Int(n)
	return p.localize(key, n, data)
}

// Has reports whether the catalogue holds key.
func (p *Printer) Has(key string) bool {
	if _, ok := p.plain[key]; ok {
		return true
	}
	_, err := p.loc.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: map[string]any{}})
	return err == nil
}

func (p *Printer) localize(key string, count any, data map[string]any) string {
	s, err := p.loc.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: count, TemplateData: data})
	if s == "" && err != nil {
		return "[" + key + "]"
	}
	return s
}

func pairs(args []any) map[string]any {
	m := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		m[fmt.Sprint(args[i])] = args[i+1]
	}
	return m
}

// load reads the embedded catalogue. It panics where that cannot be read, which
// is a fault of the build and found by the package's own test.
func load() map[Lang]*Printer {
	out := map[Lang]*Printer{}
	for _, lang := range Langs {
		tag := language.Make(string(lang))
		bundle := i18n.NewBundle(tag)
		p := &Printer{lang: lang, plain: map[string]string{}}
		names, err := fs.Glob(files, string(lang)+"/*.json")
		if err != nil {
			panic(err)
		}
		for _, name := range names {
			data, err := files.ReadFile(name)
			if err != nil {
				panic(err)
			}
			mf, err := bundle.ParseMessageFileBytes(data, strings.TrimSuffix(path.Base(name), ".json")+"."+string(lang)+".json")
			if err != nil {
				panic(fmt.Errorf("text: %s: %w", name, err))
			}
			for _, m := range mf.Messages {
				if m.One == "" && !strings.Contains(m.Other, "{{") {
					p.plain[m.ID] = m.Other
				}
			}
		}
		p.loc = i18n.NewLocalizer(bundle, string(lang))
		out[lang] = p
	}
	return out
}
