package sheet_test

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"infoklass/domain/intake"
	"infoklass/storage/sheet"
)

// updateOracle says what an updated list changes against the first one.
type updateOracle struct {
	Update struct {
		Changed []struct {
			Name, Unit, Field string
			Old, New          any
			Row               int
		} `json:"changed"`
		New []struct {
			Row  int    `json:"row"`
			Name string `json:"name"`
		} `json:"new"`
		Missing []struct {
			Name string `json:"name"`
		} `json:"missing"`
		Renamed []struct {
			Row        int `json:"row"`
			Old, New   string
			RealChange *bool `json:"realChange"`
			Automatic  *bool `json:"automatic"`
			Suggest    *bool `json:"suggest"`
		} `json:"renamed"`
	} `json:"update"`
}

func proposal(t *testing.T, path string, k intake.Knowledge, a intake.Answers) *intake.Proposal {
	t.Helper()
	b, err := sheet.Open(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a == nil {
		a = intake.Answers{"scale": "0-3"}
	}
	p, err := intake.Understand(context.Background(), b, k, a, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestListsUpdateTheRegister imports a list into the register that an earlier
// one has filled, and holds every cell changed against what the oracle says.
func TestListsUpdateTheRegister(t *testing.T) {
	t.Parallel()
	k := registered(proposal(t, "testdata/lists/01_systemlista.xlsx", intake.Knowledge{}, nil))
	for _, name := range []string{"11a_systemlista_uppdaterad_med_id.xlsx", "11b_systemlista_uppdaterad_utan_id.xlsx"} {
		t.Run(name, func(t *testing.T) {
			var want updateOracle
			data, err := os.ReadFile("testdata/lists/" + name + ".expected.json")
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			judgeUpdate(t, want, proposal(t, "testdata/lists/"+name, k, nil), k)
		})
	}
}

func judgeUpdate(t *testing.T, want updateOracle, p *intake.Proposal, k intake.Knowledge) {
	table := &p.Tables[0]
	entries := map[int]*intake.Entry{}
	changes := map[int]map[string]intake.Change{}
	for i := range table.Rows {
		e := &table.Rows[i]
		entries[e.Row], changes[e.Row] = e, map[string]intake.Change{}
		for _, c := range e.Changes {
			changes[e.Row][c.Field] = c
		}
	}
	for _, c := range want.Update.Changed {
		got, ok := changes[c.Row][c.Field]
		if !ok || got.New != cellText(c.New) || got.Old != cellText(c.Old) {
			t.Errorf("row %d %s: %v, want %v → %v", c.Row, c.Field, got, c.Old, c.New)
		}
		delete(changes[c.Row], c.Field)
	}
	for _, n := range want.Update.New {
		if e := entries[n.Row]; e == nil || e.Action != intake.Create {
			t.Errorf("row %d %s is not new: %+v", n.Row, n.Name, e)
		}
	}
	for _, r := range want.Update.Renamed {
		switch {
		case r.Suggest != nil && *r.Suggest:
			q := slices.IndexFunc(p.Questions, func(q intake.Question) bool { return q.Kind == intake.AskMatch && q.Value == r.New })
			if q < 0 || nameOf(k, p.Questions[q].Suggestion) != r.Old {
				t.Errorf("row %d: %s is not suggested to be %s", r.Row, r.New, r.Old)
			}
		case entries[r.Row].Asset == "" || nameOf(k, entries[r.Row].Asset) != r.Old:
			t.Errorf("row %d: %s has not met %s", r.Row, r.New, r.Old)
		case r.RealChange != nil && *r.RealChange && changes[r.Row]["name"].New != r.New:
			t.Errorf("row %d: the new name is not a change", r.Row)
		}
		delete(changes[r.Row], "name")
	}
	for row, left := range changes {
		for _, c := range left {
			if entries[row].Action != intake.Doubt {
				t.Errorf("row %d: unexpected change %v", row, c)
			}
		}
	}
	var missing []string
	for _, m := range p.Missing {
		missing = append(missing, m.Name)
	}
	for _, m := range want.Update.Missing {
		if !slices.Contains(missing, m.Name) {
			t.Errorf("%s is not told to be missing: %v", m.Name, missing)
		}
	}
}

func nameOf(k intake.Knowledge, id string) string {
	for _, a := range k.Assets {
		if a.ID == id {
			return a.Name
		}
	}
	return ""
}

func cellText(v any) string {
	switch v := v.(type) {
	case float64:
		return strconv.Itoa(int(v))
	case string:
		return v
	}
	return ""
}

// TestSameListChangesNothing imports every list twice: the second time all
// that was taken in is unchanged, and nothing is asked again.
func TestSameListChangesNothing(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"01_systemlista.xlsx", "06_skala_1-4.xlsx", "09a_applikationer_cp1252.csv", "10_systemlista.ods", "10_systemlista.xls", "12_systemforteckning_utan_klasser.xlsx", "14_stor_5000.xlsx"} {
		t.Run(name, func(t *testing.T) {
			scale := "0-3"
			if name == "06_skala_1-4.xlsx" {
				scale = "1-4"
			}
			path := "testdata/lists/" + name
			k := registered(proposal(t, path, intake.Knowledge{}, intake.Answers{"scale": scale}))
			p := proposal(t, path, k, intake.Answers{})
			if len(p.Questions) > 0 {
				t.Errorf("asked again: %+v", p.Questions[0])
			}
			if p.Counts.Unchanged != p.Counts.Rows-p.Counts.Stop-p.Counts.Skip {
				t.Errorf("not unchanged: %+v", p.Counts)
				for _, e := range p.Tables[0].Rows {
					if e.Action != intake.Unchanged {
						t.Logf("row %d %s %v %v", e.Row, e.Action, e.Reason, e.Changes)
						break
					}
				}
			}
		})
	}
}

// registered is the register that a proposal would make of nothing.
func registered(p *intake.Proposal) intake.Knowledge {
	k := intake.Knowledge{Units: p.NewUnits, Mappings: p.Mappings}
	for i := range p.Tables {
		table := &p.Tables[i]
		for j := range table.Rows {
			e := &table.Rows[j]
			if e.Action != intake.Create {
				continue
			}
			k.Assets = append(k.Assets, intake.Known{
				ID: "asset-" + strconv.Itoa(len(k.Assets)), ListID: e.ListID, Name: e.Name, Kind: e.Kind, Unit: e.Unit, Levels: e.Levels,
				Fields: table.Values(e), Custom: table.Custom(e),
			})
		}
	}
	return k
}
