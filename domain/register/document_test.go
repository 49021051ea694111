package register

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
)

func drawAsset(t *rapid.T) asset.Asset {
	texts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "Åsa <asa@kommun.example>", "rad 1\nrad 2", `a "b" \c`, "\u2028", "\x00"}))
	return asset.Asset{
		ID: texts.Draw(t, "id"), Name: texts.Draw(t, "name"), Kind: asset.Kind(texts.Draw(t, "kind")), Unit: texts.Draw(t, "unit"),
		Fields: rapid.MapOf(rapid.Custom(func(t *rapid.T) asset.Field { return asset.Field(texts.Draw(t, "field")) }), texts).Draw(t, "fields"),
		Custom: rapid.MapOf(texts, texts).Draw(t, "custom"),
	}
}

func drawClassification(t *rapid.T) classify.Classification {
	c := classify.Classification{ID: rapid.String().Draw(t, "id"), Asset: "a", State: classify.Decided, Scale: "0-3", DecidedBy: rapid.String().Draw(t, "by")}
	for i := range classify.Aspects {
		c.Profile[i] = classify.Level(rapid.IntRange(0, 4).Draw(t, "level"))
		c.Answers[i] = classify.Level(rapid.IntRange(0, 4).Draw(t, "answer"))
		c.Noes[i] = rapid.Uint8().Draw(t, "noes")
		for j := range c.Effects[i] {
			c.Effects[i][j] = classify.Level(rapid.IntRange(0, 4).Draw(t, "effect"))
		}
		c.Reasons[i] = classify.Justification(rapid.String().Draw(t, "reason"))
	}
	c.Matrix, c.Common, c.CommonVersion = rapid.String().Draw(t, "matrix"), rapid.String().Draw(t, "common"), rapid.String().Draw(t, "commonVersion")
	if rapid.Bool().Draw(t, "hours") {
		h := rapid.Float64().Draw(t, "outage")
		c.OutageHours = &h
	}
	for range rapid.IntRange(0, 3).Draw(t, "participants") {
		c.Participants = append(c.Participants, classify.Participant{Role: rapid.String().Draw(t, "role"), Name: rapid.String().Draw(t, "name")})
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "sets") {
		c.Information = append(c.Information, classify.Held{Set: rapid.String().Draw(t, "set"), Profile: c.Profile})
		c.Deviations[i] = classify.Justification(rapid.String().Draw(t, "deviation"))
	}
	return c
}

// agree demands that the short way, where it answers, says what encoding/json says.
func agree[T any](t interface{ Fatalf(string, ...any) }, data []byte, got T, ok bool) {
	if !ok {
		return
	}
	var want T
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatalf("%s is read, but is no document: %v", data, err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", data, diff)
	}
}

func TestDocumentsAreReadAsEncodingJSONReadsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newReader()
		a, err := json.Marshal(drawAsset(t))
		if err != nil {
			t.Fatal(err)
		}
		read, ok := d.plainAsset(a)
		if !ok {
			t.Fatalf("%s is not read the short way", a)
		}
		agree(t, a, read, ok)
		c, err := json.Marshal(drawClassification(t))
		if err != nil {
			t.Fatal(err)
		}
		class, ok := d.plainClassification(c)
		agree(t, c, class, ok)
		l, err := json.Marshal(holding.Link{System: rapid.String().Draw(t, "system"), Set: rapid.String().Draw(t, "set"), Since: rapid.String().Draw(t, "since")})
		if err != nil {
			t.Fatal(err)
		}
		link, ok := d.plainLink(l)
		agree(t, l, link, ok)
	})
}

func FuzzDocument(f *testing.F) {
	seeds := []string{
		`{"id":"1","name":"Journal","kind":"system","fields":{"note":"a\nb"},"custom":{"x":"y"}}`,
		`{"id":"1","asset":"2","state":"decided","scale":"0-3","profile":[2,1,null,0],"reasons":["","a","",""],"noes":[1,0,0,0],"effects":[[3,null,0,1,2,3],[null,null,null,null,null,null],[0,0,0,0,0,0],[1,1,1,1,1,1]],"matrix":"m","common":"c","commonVersion":"v","outageHours":8.5,"participants":[{"role":"r"}]}`,
		`{"system":"1","set":"2","since":"2026-01-01"}`, `{"information":[{"set":"1","profile":[1,2,null,0]}],"deviations":["a","","",""]}`, `{"information":[{"set":"1"},]}`,
		`{}`, `{"id":"1","id":"2"}`, `{"ID":"1"}`, `{"fields":null}`, `{"profile":[1,2,3]}`, `{"lossHours":01}`, `{"lossHours":1.}`, `{"id":"\ud800"}`, "{\"id\":\"\xff\"}",
		`{"participants":[]}`, `{"effects":[[1],[1],[1],[1]]}`, `{"noes":[1,2,3,256]}`, `{"participants":[{"role":"a"},]}`, `{"fields":{"a":"1","a":"2"}}`, `{"id":"1"} `, ` {"id":"1"}`, `{"id":"1",}`,
	}
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	if len(seeds) < 15 {
		f.Fatal("seeds are missing")
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d := newReader()
		a, ok := d.plainAsset(data)
		agree(t, data, a, ok)
		c, ok := d.plainClassification(data)
		agree(t, data, c, ok)
		l, ok := d.plainLink(data)
		agree(t, data, l, ok)
	})
}
