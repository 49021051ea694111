package duty_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// The sentences of the policy that the rules come from.
const (
	protection = "Målet med informationssäkerhetspolicyn är att alla kommunens informationstillgångar ska omfattas av en tillräcklig skyddsnivå med hänsyn till konfidentialitet, riktighet, tillgänglighet och spårbarhet."
	demands    = "Därigenom kan lämpliga skyddskrav ställas upp för respektive informationstillgång."
	boards     = "Nämnderna/bolagsstyrelserna ansvarar för att informationstillgångar inom nämndens/bolagsstyrelsens underliggande verksamheter omgärdas av ett tillräckligt skydd."
	classified = "Kommunens informationstillgångar ska klassificeras med hänsyn till krav på konfidentialitet, riktighet, spårbarhet och tillgänglighet."
	important  = "För de tillgångar som bedöms vara särskilt viktiga ska en informationsägare utses och riskanalyser upprättas."
	managers   = "Sektor- och verksamhetschefer samt bolagschefer är ansvarig för att informationsklassning görs."
	plan       = "För de verksamhetssystem som i informationsklassificeringen konstateras vara kritiska för verksamheten ska en systemsäkerhetsplan upprättas och hållas uppdaterad."
	council    = "Kommunfullmäktige beslutar om informationssäkerhetspolicy"
	needs      = "Respektive nämnd/bolagsstyrelse ska analysera behovet av och eventuellt upprätta regler och rutiner för nämndens/styrelsens verksamheter till stöd för denna policy, utöver vad som ingår i de kommunövergripande styrdokument som antas av kommunens ledningsgrupp."
	training   = "En chefsbefattning i kommunen innebär ansvar för att underställd personal är informerade om och utbildade i regler kring informationssäkerhet."
	compliance = "Det innebär också ansvar för att regler följs inom chefsbefattningens ansvarsområde."
	adopted    = "Dessa styrdokument antas av kommunchefens ledningsgrupp."
	revision   = "Kommunchefen är ansvarig för att behovet av revision av informationssäkerhetspolicyn årligen analyseras samt att vid behov upprätta ett förslag till reviderad policy för beslut i kommunfullmäktige."
	outage     = "För informationstillgångar med höga krav på tillgänglighet inkluderar det en avbrottsplan."
	buying     = "Informationsklassificering ska genomföras innan upphandling av nya verksamhetssystem i syfte att säkerställa relevant kravställning på systemet."
)

func TestRules(t *testing.T) {
	const chief, owner = "Socialchef", "Verksamhetschef"
	unclassify := func(s *scene) { s.class = nil }
	for name, test := range map[string]struct {
		levels string
		spoil  func(*scene)
		want   []found
	}{
		"nothing is missing":               {"3333", func(*scene) {}, nil},
		"nothing is missing on low levels": {"0000", func(*scene) {}, nil},
		"low levels ask for no plans": {"2222", func(s *scene) {
			s.with("risk_done_flag", "")
			s.with("ssp_flag", "nej")
			s.with("outage_plan_flag", "")
		}, nil},
		"information sets need no plan":       {"1311", func(s *scene) { s.asset.Kind = asset.InformationSet; s.with("ssp_flag", "") }, nil},
		"what is retired has no duties":       {"3333", func(s *scene) { s.class, s.asset.Unit, s.asset.Status = nil, "", asset.Retired }, nil},
		"what is being retired still has":     {"", func(s *scene) { unclassify(s); s.asset.Status = asset.BeingRetired }, []found{{duty.Classified, "medium", classified, "Ingen har klassat tillgången.", arrived, chief, "classify"}}},
		"no one has classified it":            {"", unclassify, []found{{duty.Classified, "medium", classified, "Ingen har klassat tillgången.", arrived, chief, "classify"}}},
		"a draft is no decision":              {"", func(s *scene) { unclassify(s); s.draft = true }, []found{{duty.Classified, "medium", classified, "Klassningen är påbörjad men inte beslutad.", arrived, chief, "classify"}}},
		"a list's levels are no decision":     {"1111", func(s *scene) { s.class.State = classify.Imported }, []found{{duty.Classified, "low", classified, "Nivåerna kom in med en lista, och ingen har beslutat dem.", arrived, chief, "classify"}}},
		"bought unclassified":                 {"", func(s *scene) { unclassify(s); s.asset.Status = asset.InProcurement }, []found{{duty.Procurement, "high", buying, "Tillgången ska upphandlas, men klassningen är inte beslutad.", arrived, chief, "classify"}}},
		"bought on a list's levels":           {"1111", func(s *scene) { s.class.State, s.asset.Status = classify.Imported, asset.InProcurement }, []found{{duty.Procurement, "high", buying, "Tillgången ska upphandlas, men klassningen är inte beslutad.", arrived, chief, "classify"}}},
		"bought classified":                   {"1111", func(s *scene) { s.asset.Status = asset.InProcurement }, nil},
		"the review day is today":             {"1111", func(s *scene) { s.class.NextReview = "2026-11-23" }, nil},
		"the review day has passed":           {"1111", func(s *scene) { s.class.NextReview = "2026-11-22" }, []found{{duty.Reviewed, "medium", classified, "Klassningen skulle ha setts över senast 2026-11-22.", "2026-11-22", chief, "review"}}},
		"a year has passed on high levels":    {"1121", func(s *scene) { s.class.DecidedOn, s.class.NextReview = "2025-11-22", "2029-01-01" }, []found{{duty.Reviewed, "medium", classified, "Klassningen skulle ha setts över senast 2026-11-22.", "2026-11-22", chief, "review"}}},
		"a year has passed on low levels":     {"1111", func(s *scene) { s.class.DecidedOn, s.class.NextReview = "2025-11-22", "2029-01-01" }, nil},
		"two years have passed, no day set":   {"1111", func(s *scene) { s.class.DecidedOn, s.class.NextReview = "2024-11-22", "" }, []found{{duty.Reviewed, "medium", classified, "Klassningen skulle ha setts över senast 2026-11-22.", "2026-11-22", chief, "review"}}},
		"no information owner":                {"3111", func(s *scene) { s.with(asset.InformationOwner, "") }, []found{{duty.Owner, "high", important, "Tillgången är särskilt viktig, men ingen informationsägare är utsedd.", "2026-03-01", chief, "nameOwner"}}},
		"a system owner is none":              {"3111", func(s *scene) { s.with(asset.InformationOwner, ""); s.with(asset.SystemOwner, "It-chef") }, []found{{duty.Owner, "high", important, "Tillgången är särskilt viktig, men ingen informationsägare är utsedd.", "2026-03-01", chief, "nameOwner"}}},
		"no risk analysis":                    {"1113", func(s *scene) { s.with("risk_done_flag", "") }, []found{{duty.RiskAnalysis, "high", important, "Tillgången är särskilt viktig, men det är inte angivet att en riskanalys är gjord.", "2026-03-01", owner, "stateRisk"}}},
		"a risk analysis planned":             {"1113", func(s *scene) { s.with("risk_done_flag", "2027-01-15") }, []found{{duty.RiskAnalysis, "high", important, "Tillgången är särskilt viktig, men det är inte angivet att en riskanalys är gjord.", "2026-03-01", owner, "stateRisk"}}},
		"a risk analysis too old":             {"1113", func(s *scene) { s.with("risk_done_flag", "Ja 2024-11-22") }, []found{{duty.RiskAnalysis, "medium", important, "Riskanalysen skulle ha gjorts om senast 2026-11-22.", "2026-11-22", owner, "stateRisk"}}},
		"a risk analysis old enough":          {"1113", func(s *scene) { s.with("risk_done_flag", "Ja 2024-11-23") }, nil},
		"a risk analysis without a day":       {"1113", func(s *scene) { s.with("risk_done_flag", "ja") }, []found{{duty.RiskAnalysis, "low", important, "Det är inte angivet när riskanalysen gjordes. Skriv till exempel ”Ja, 2026-03-01”.", "2026-03-01", owner, "stateRisk"}}},
		"no security plan":                    {"1311", func(s *scene) { s.with("ssp_flag", "Nej") }, []found{{duty.SecurityPlan, "high", plan, "Systemet är kritiskt, men det är inte angivet att en systemsäkerhetsplan finns.", "2026-03-01", chief, "statePlan"}}},
		"a security plan not gone through":    {"1311", func(s *scene) { s.with("ssp_flag", "2025-11-22") }, []found{{duty.SecurityPlan, "medium", plan, "Systemsäkerhetsplanen skulle ha gåtts igenom senast 2026-11-22.", "2026-11-22", chief, "statePlan"}}},
		"a security plan for integrity alone": {"1311", func(s *scene) { s.with("outage_plan_flag", "") }, nil},
		"no outage plan":                      {"1131", func(s *scene) { s.with("outage_plan_flag", "") }, []found{{duty.OutagePlan, "high", outage, "Kraven på tillgänglighet är höga, men det är inte angivet att en avbrottsplan finns.", "2026-03-01", chief, "stateOutage"}}},
		"an outage plan not exercised":        {"1131", func(s *scene) { s.with("outage_plan_flag", "Ja, övad 2023-05-02") }, []found{{duty.OutagePlan, "medium", outage, "Avbrottsplanen skulle ha övats senast 2025-05-02.", "2025-05-02", chief, "stateOutage"}}},
		"no longest outage":                   {"1131", func(s *scene) { s.class.OutageHours = nil }, []found{{duty.OutageHours, "medium", outage, "Längsta godtagbara avbrott och dataförlust är inte angivna, och avbrottsplanen behöver båda.", "2026-03-01", chief, "stateHours"}}},
		"no unit":                             {"1111", func(s *scene) { s.asset.Unit = "" }, []found{{duty.Placed, "medium", boards, "Tillgången hör inte till någon enhet, så ingen nämnd eller styrelse svarar för den.", arrived, owner, "chooseUnit"}}},
		"no manager":                          {"1111", func(s *scene) { s.unit.Manager = "" }, []found{{duty.Manager, "medium", managers, "Enheten har tillgångar, men ingen ansvarig chef är angiven för den eller ovanför den.", arrived, "", "nameManager"}}},
		"a manager by name alone":             {"", func(s *scene) { unclassify(s); s.unit.Manager, s.unit.ManagerName = "", "Åsa Öberg" }, []found{{duty.Classified, "medium", classified, "Ingen har klassat tillgången.", arrived, "Åsa Öberg", "classify"}}},
		"a unit that came with a list":        {"1111", func(s *scene) { s.unit.Unconfirmed = true }, []found{{duty.Confirmed, "low", boards, "Enheten kom in med en lista, och ingen har bekräftat den.", arrived, chief, "confirmUnit"}}},
		"a requirement not answered":          {"1111", func(s *scene) { s.unanswered = []string{"ORG-01"} }, []found{{duty.Assessed, "low", demands, "1 skyddskrav är inte bedömt.", "2026-03-01", owner, "assess"}}},
		"answers that say nothing": {"1111", func(s *scene) {
			s.answers["ORG-01"], s.answers["BEH-01"] = requirement.Unassessed, requirement.Unassessed
		}, []found{{duty.Assessed, "low", demands, "2 skyddskrav är inte bedömda.", "2026-03-01", owner, "assess"}}},
		"requirements not met":          {"1111", func(s *scene) { s.answers["ORG-01"], s.answers["BEH-01"] = requirement.Unmet, requirement.Partly }, []found{{duty.Met, "medium", protection, "2 skyddskrav är inte helt uppfyllda och har inget undantag.", "2026-04-01", owner, "mendGap"}}},
		"a high requirement not met":    {"3111", func(s *scene) { s.answers["BEH-09"] = requirement.Unmet }, []found{{duty.Met, "high", protection, "1 skyddskrav är inte helt uppfyllt och har inget undantag.", "2026-04-01", owner, "mendGap"}}},
		"a requirement out of question": {"1111", func(s *scene) { s.answers["BEH-01"] = requirement.Inapplicable }, nil},
		"an exception in force": {"1111", func(s *scene) {
			s.answers["BEH-01"] = requirement.Unmet
			s.exceptions = append(s.exceptions, except("BEH-01", "2026-01-01", "2026-11-23"))
		}, nil},
		"an exception that begins later": {"1111", func(s *scene) {
			s.answers["BEH-01"] = requirement.Unmet
			s.exceptions = append(s.exceptions, except("BEH-01", "2026-12-01", "2027-01-01"))
		}, []found{{duty.Met, "medium", protection, "1 skyddskrav är inte helt uppfyllt och har inget undantag.", "2026-04-01", owner, "mendGap"}}},
		"an exception that ran out": {"1111", func(s *scene) {
			s.answers["BEH-01"] = requirement.Unmet
			s.exceptions = append(s.exceptions, except("BEH-01", "2026-01-01", "2026-11-22"))
		}, []found{{duty.Exception, "high", protection, "1 undantag har gått ut, och kravet är inte uppfyllt.", "2026-11-22", owner, "renewException"}}},
		"important by hand": {"1111", func(s *scene) {
			s.with(asset.InformationOwner, "")
			s.asset = s.asset.Marked(asset.Important, &asset.Mark{Holds: true, Reason: "Länets enda register", On: "2026-05-02"})
		}, []found{{duty.Owner, "high", important, "Tillgången är särskilt viktig, men ingen informationsägare är utsedd.", "2026-05-02", chief, "nameOwner"}}},
		"important by hand before it is classified": {"", func(s *scene) {
			unclassify(s)
			s.with("risk_done_flag", "")
			s.asset = s.asset.Marked(asset.Important, &asset.Mark{Holds: true, Reason: "Länets enda register"})
		}, []found{
			{duty.RiskAnalysis, "high", important, "Tillgången är särskilt viktig, men det är inte angivet att en riskanalys är gjord.", arrived, owner, "stateRisk"},
			{duty.Classified, "medium", classified, "Ingen har klassat tillgången.", arrived, chief, "classify"},
		}},
		"not important by hand": {"3111", func(s *scene) {
			s.with(asset.InformationOwner, "")
			s.asset = s.asset.Marked(asset.Important, &asset.Mark{Reason: "Kopia av ett annat register", By: "Socialchef"})
		}, nil},
		"a critical system by hand": {"1111", func(s *scene) {
			s.with("ssp_flag", "")
			s.asset = s.asset.Marked(asset.Critical, &asset.Mark{Holds: true, Reason: "Allt annat hänger på det", On: "2026-05-02"})
		}, []found{{duty.SecurityPlan, "high", plan, "Systemet är kritiskt, men det är inte angivet att en systemsäkerhetsplan finns.", "2026-05-02", chief, "statePlan"}}},
		"not a critical system by hand": {"1311", func(s *scene) {
			s.with("ssp_flag", "")
			s.asset = s.asset.Marked(asset.Critical, &asset.Mark{Reason: "Ersätts i vår", By: "Socialchef"})
		}, nil},
		"no policy":                      {"1111", func(s *scene) { s.documents = s.documents[1:] }, []found{{duty.PolicyDecided, "medium", council, "Ingen gällande informationssäkerhetspolicy som kommunfullmäktige har beslutat är inlagd.", "", "", "stateDocument"}}},
		"a policy of the wrong body":     {"1111", func(s *scene) { s.documents[0].Body = governance.Board }, []found{{duty.PolicyDecided, "medium", council, "Ingen gällande informationssäkerhetspolicy som kommunfullmäktige har beslutat är inlagd.", "", "", "stateDocument"}}},
		"a policy decided tomorrow":      {"1111", func(s *scene) { s.documents[0].DecidedOn = "2026-11-24" }, []found{{duty.PolicyDecided, "medium", council, "Ingen gällande informationssäkerhetspolicy som kommunfullmäktige har beslutat är inlagd.", "", "", "stateDocument"}}},
		"a policy to review late":        {"1111", func(s *scene) { s.documents[0].NextReview = "2026-11-22" }, []found{{duty.PolicyReviewed, "low", revision, "1 policy skulle ha setts över.", "2026-11-22", "", "stateDocument"}}},
		"a policy to review today":       {"1111", func(s *scene) { s.documents[0].NextReview = "2026-11-23" }, nil},
		"no rules":                       {"1111", func(s *scene) { s.documents[1].Repealed = "2026-11-23" }, []found{{duty.RulesAdopted, "medium", adopted, "Ingen gällande regel eller rutin som kommunchefens ledningsgrupp har antagit är inlagd.", "", "", "stateDocument"}}},
		"rules that a board adopted":     {"1111", func(s *scene) { s.documents[1].Body = governance.Board }, []found{{duty.RulesAdopted, "medium", adopted, "Ingen gällande regel eller rutin som kommunchefens ledningsgrupp har antagit är inlagd.", "", "", "stateDocument"}}},
		"rules to review late":           {"1111", func(s *scene) { s.documents[1].NextReview = "2026-11-01" }, []found{{duty.RulesReviewed, "low", adopted, "1 styrdokument skulle ha setts över.", "2026-11-01", "", "stateDocument"}}},
		"a nämnd that analyses no needs": {"1111", func(s *scene) { s.unit.Kind = asset.Committee; s.checks = s.checks[1:] }, []found{{duty.NeedsAnalysed, "medium", needs, "Nämnden eller styrelsen har inte analyserat behovet av egna regler och rutiner.", arrived, chief, "recordNeeds"}}},
		"a nämnd that did long ago":      {"1111", func(s *scene) { s.unit.Kind = asset.Committee; s.checks[0].On = "2025-11-22" }, []found{{duty.NeedsAnalysed, "medium", needs, "Behovet av egna regler och rutiner skulle ha analyserats på nytt senast 2026-11-22.", "2026-11-22", chief, "recordNeeds"}}},
		"a nämnd has no staff":           {"1111", func(s *scene) { s.unit.Kind = asset.Committee; s.checks = s.checks[:1] }, nil},
		"a bolag has both": {"1111", func(s *scene) { s.unit.Kind = asset.Company; s.checks = s.checks[2:] }, []found{
			{duty.NeedsAnalysed, "medium", needs, "Nämnden eller styrelsen har inte analyserat behovet av egna regler och rutiner.", arrived, chief, "recordNeeds"},
			{duty.Trained, "medium", training, "Det är inte angivet att personalen är informerad och utbildad.", arrived, chief, "recordTraining"},
		}},
		"staff not trained":                       {"1111", func(s *scene) { s.checks = slices.Delete(s.checks, 1, 2) }, []found{{duty.Trained, "medium", training, "Det är inte angivet att personalen är informerad och utbildad.", arrived, chief, "recordTraining"}}},
		"staff trained long ago":                  {"1111", func(s *scene) { s.checks[1].On = "2025-11-22" }, []found{{duty.Trained, "medium", training, "Personalens utbildning skulle ha följts upp senast 2026-11-22.", "2026-11-22", chief, "recordTraining"}}},
		"rules not checked":                       {"1111", func(s *scene) { s.checks = s.checks[:2] }, []found{{duty.Checked, "medium", compliance, "Det är inte kontrollerat att reglerna följs.", arrived, chief, "recordCheck"}}},
		"rules checked long ago":                  {"1111", func(s *scene) { s.checks[2].On = "2025-11-22" }, []found{{duty.Checked, "medium", compliance, "Efterlevnaden skulle ha kontrollerats på nytt senast 2026-11-22.", "2026-11-22", chief, "recordCheck"}}},
		"a unit without a manager owes no checks": {"1111", func(s *scene) { s.unit.Manager, s.checks = "", nil }, []found{{duty.Manager, "medium", managers, "Enheten har tillgångar, men ingen ansvarig chef är angiven för den eller ovanför den.", arrived, "", "nameManager"}}},
		"an exception that ran out, met by now":   {"1111", func(s *scene) { s.exceptions = append(s.exceptions, except("BEH-01", "2026-01-01", "2026-11-22")) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := fresh(t)
			s := sound(r, test.levels)
			test.spoil(s)
			s.store(t, r)
			findings := duty.NewJudge().Register(r, today).Find(nil)
			if diff := cmp.Diff(test.want, told(findings)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, f := range findings {
				for _, lang := range text.Langs {
					if short := f.Short().In(text.In(lang)); strings.HasPrefix(short, "[") || len(short) > len(f.Missing().In(text.In(lang))) {
						t.Errorf("in a few words: %s", short)
					}
				}
			}
		})
	}
}

func TestNothingElseIsKnownOfAnEmptyAsset(t *testing.T) {
	r := fresh(t)
	if _, err := r.AddAsset(ctx, asset.Asset{Name: "Ny", Kind: asset.System}); err != nil {
		t.Fatal(err)
	}
	var got []duty.ID
	for _, f := range duty.NewJudge().Register(r, today).Find(nil) {
		got = append(got, f.ID)
	}
	if diff := cmp.Diff([]duty.ID{duty.Classified, duty.Placed, duty.PolicyDecided, duty.RulesAdopted}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSettingsAreTheMunicipalitysOwn(t *testing.T) {
	r := fresh(t)
	s := sound(r, "2111")
	s.with(asset.InformationOwner, "")
	s.store(t, r)
	if got := duty.NewJudge().Register(r, today).Find(nil); len(got) != 0 {
		t.Fatalf("by default: %v", told(got))
	}
	strict := r.Settings()
	strict.Policy.Demands.ImportantRank, strict.Policy.Demands.ReviewHigh = 2, 3
	if err := r.ChangeSettings(ctx, strict); err != nil {
		t.Fatal(err)
	}
	var got []duty.ID
	for _, f := range duty.NewJudge().Register(r, today).Find(nil) {
		got = append(got, f.ID)
	}
	if diff := cmp.Diff([]duty.ID{duty.Owner, duty.Reviewed}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEveryDutyIsWorded(t *testing.T) {
	seen := map[duty.ID]bool{}
	for _, d := range duty.All {
		if seen[d.ID] {
			t.Errorf("%s is there twice", d.ID)
		}
		seen[d.ID] = true
		for _, lang := range text.Langs {
			for _, m := range []text.Message{d.Label(), d.Policy(), d.Remedy.Label()} {
				if !text.In(lang).Has(m.Key) {
					t.Errorf("%s: no %s in %s", d.ID, m.Key, lang)
				}
			}
		}
	}
}

// quoted reads the policy's sentences, each with the heading that it stands under.
func quoted(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/policy.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences, heading := map[string]string{}, ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			heading = title
		} else if line != "" {
			sentences[line] = heading
		}
	}
	return sentences
}

// The sentences are the policy's own, word for word, and so are the headings.
func TestThePolicyIsQuotedRight(t *testing.T) {
	sentences, p := quoted(t), text.In(text.Swedish)
	used := map[string]bool{}
	for _, d := range duty.All {
		quote, section := d.Policy().In(p), d.Section().In(p)
		used[quote] = true
		if heading, ok := sentences[quote]; !ok || heading != section {
			t.Errorf("%s: under %q the policy does not say %q", d.ID, section, quote)
		}
	}
	for sentence := range sentences {
		if !used[sentence] {
			t.Errorf("no rule quotes %q", sentence)
		}
	}
}

// What a shared platform answers needs no answer of the asset's own, and the
// municipality's own catalogue decides what there is to answer.
func TestInheritedAnswersAndTheOwnCatalogue(t *testing.T) {
	r := fresh(t)
	s, platform := sound(r, "1111"), sound(r, "1111")
	platform.unit, platform.asset.Unit = s.unit, s.unit.ID
	platform.unit.ID, platform.checks = r.NewID(), nil
	s.unanswered = []string{"DRI-01", "BEH-01"}
	s.store(t, r)
	platform.store(t, r)
	judge := duty.NewJudge()
	lacks := func(id string) int {
		n := 0
		for _, f := range judge.Register(r, today).Find(nil) {
			if f.Record != nil && f.Record.Asset.ID == id && f.ID == duty.Assessed {
				n++
			}
		}
		return n
	}
	if lacks(s.asset.ID) != 1 {
		t.Fatal("what is not answered is not found")
	}
	if err := r.Requirements().UsePlatform(ctx, s.asset.ID, platform.asset.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Requirements().Assess(ctx, requirement.Assessment{Asset: platform.asset.ID, Requirement: "DRI-01", Answer: requirement.Met, Shared: true}); err != nil {
		t.Fatal(err)
	}
	if lacks(s.asset.ID) != 1 {
		t.Error("one of two is answered on the platform, and nothing is missing")
	}
	if err := r.Requirements().SwitchRequirement(ctx, "BEH-01", true, "gäller inte oss"); err != nil {
		t.Fatal(err)
	}
	if lacks(s.asset.ID) != 0 {
		t.Error("the platform answers the one that is left, and it is missing all the same")
	}
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if lacks(s.asset.ID) != 1 {
		t.Error("undo of the catalogue does not restore the finding")
	}
}
