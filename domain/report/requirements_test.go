package report_test

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// demanded is a register with one system, of levels as four digits, in a status.
func demanded(t *testing.T, digits string, status asset.Status) (*register.Register, *register.Record) {
	t.Helper()
	ctx := context.Background()
	r, err := register.Open(ctx, memory.New(), register.Options{Who: "anna", Entropy: rand.Reader, Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	a, err := r.AddAsset(ctx, asset.Asset{Name: "Journal", Kind: asset.System, Status: status}.With("personal_data", "nej"))
	if err != nil {
		t.Fatal(err)
	}
	if digits != "" {
		c := classify.Classification{ID: r.NewID(), Asset: a.ID, State: classify.Decided, Scale: "0-3", DecidedOn: "2026-11-01"}
		for i, d := range digits {
			c.Profile[i], _ = classify.Scale03.Read(string(d))
		}
		if _, err := r.Commit(ctx, text.Msg("why.settings"), register.PutClassification(c)); err != nil {
			t.Fatal(err)
		}
	}
	rec, _ := r.Record(a.ID)
	return r, rec
}

func TestRequirementsTellHowTheyAreMet(t *testing.T) {
	ctx := context.Background()
	r, rec := demanded(t, "1111", asset.InOperation)
	id := rec.Asset.ID
	platform, err := r.AddAsset(ctx, asset.Asset{Name: "Servermiljö", Kind: asset.System})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []requirement.Assessment{
		{Asset: id, Requirement: "BEH-07", Answer: requirement.Unmet, Comment: "nästa version"},
		{Asset: id, Requirement: "BEH-01", Answer: requirement.Met, Evidence: "Manual 3"},
		{Asset: platform.ID, Requirement: "DRI-01", Answer: requirement.Met, Shared: true},
	} {
		if _, err := r.Requirements().Assess(ctx, a); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Requirements().UsePlatform(ctx, id, platform.ID); err != nil {
		t.Fatal(err)
	}
	for req, ends := range map[string]string{"BEH-07": "2027-01-31", "BEH-06": "2026-11-01"} {
		if err := r.Requirements().Except(ctx, requirement.Exception{Asset: id, Requirement: req, Reason: "stöds inte", Measure: "nätet", DecidedBy: "Chef", DecidedOn: "2026-01-01", Ends: ends}); err != nil {
			t.Fatal(err)
		}
	}
	rec, _ = r.Record(id)
	d := report.RequirementsOf(r, swedish, rec)
	has(t, d,
		"Skyddskrav och uppfyllnad", "Klassning|K 1 Måttlig · R 1 Måttlig · T 1 Måttlig · S 1 Måttlig", "Delade plattformar|Servermiljö",
		"# Krav på systemet", "# Krav på verksamheten", "# Undantag",
		"BEH-06|stöds inte|nätet|Chef|2026-01-01|2026-11-01|Har gått ut",
		"BEH-07|stöds inte|nätet|Chef|2026-01-01|2027-01-31|Gäller",
	)
	whole := strings.Join(lines(d), "\n")
	for _, part := range []string{"|KR|1|8.5|Ej uppfyllt|nästa version|", "|Uppfyllt||Manual 3", "|Uppfyllt (från Servermiljö)|", "Alla krav|"} {
		if !strings.Contains(whole, part) {
			t.Errorf("%q is not in\n%s", part, whole)
		}
	}
	if strings.Contains(whole, "BEH-08") {
		t.Error("a requirement that the class does not bring is there")
	}
}

func TestProcurementFollowsADecidedClassification(t *testing.T) {
	r, rec := demanded(t, "", asset.InProcurement)
	if _, err := report.ProcurementOf(r, swedish, rec); !said(err, "report.procurement.problem.classified") {
		t.Errorf("unclassified: %v", err)
	}
	r, rec = demanded(t, "2111", asset.InOperation)
	if _, err := report.ProcurementOf(r, swedish, rec); !said(err, "report.procurement.problem.status") {
		t.Errorf("in operation: %v", err)
	}
	r, rec = demanded(t, "2111", asset.InProcurement)
	wish, _ := r.Requirements().Catalogue().ByID("BEH-08")
	changed := *wish
	changed.Weight = 3
	if err := r.Requirements().ReviseRequirement(context.Background(), changed, ""); err != nil {
		t.Fatal(err)
	}
	d, err := report.ProcurementOf(r, swedish, rec)
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string]report.Table{}
	for _, b := range d.Blocks {
		if t, ok := b.(report.Table); ok {
			tables[t.Title] = t
		}
	}
	system, supplier := tables["Krav på systemet"], tables["Krav på leverantören"]
	if got := row(system, "BEH-08"); got[2].Text != "Bör" || got[5].Text != "3" || got[6].Text != "" {
		t.Errorf("BEH-08: %v", got)
	}
	if got := row(supplier, "LEV-01"); got[2].Text != "Ska" || got[5].Text != "–" {
		t.Errorf("LEV-01: %v", got)
	}
	if row(system, "ORG-01") != nil || row(supplier, "ORG-01") != nil {
		t.Error("the bidder is asked for what the municipality does itself")
	}
	answer := slices.IndexFunc(system.Columns, func(c report.Column) bool { return c.Kind == report.FillColumn })
	if answer < 0 || !slices.Equal(system.Columns[answer].Choices, []string{"Ja", "Delvis", "Nej"}) {
		t.Errorf("the bidder answers in column %d", answer)
	}
}

func row(t report.Table, id string) report.Row {
	for _, r := range t.Rows {
		if r[0].Text == id {
			return r
		}
	}
	return nil
}

func said(err error, key string) bool {
	var told *text.Error
	return errors.As(err, &told) && told.Message.Key == key
}
