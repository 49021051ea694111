package classification

import (
	"strings"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// The municipality's own name for a duty is used wherever the duty is spoken of.
func TestTheMunicipalitysOwnNameOfADuty(t *testing.T) {
	r := trial.Register(t, memory.New())
	trial.Add(t, r, asset.Asset{Name: "Nytt system", Status: asset.InProcurement})
	const own = "Klassa innan du köper"
	trial.SetPolicy(t, r, register.Policy{}.Worded(string(duty.Procurement), register.Wording{Name: own}))
	j := duty.NewJudge().Register(r, r.Today())
	tasks := classTasks(text.In(text.Swedish), r, j)
	if len(tasks) != 1 || !strings.HasPrefix(tasks[0].Words, own) {
		t.Errorf("what is to be done: %+v", tasks)
	}
}
