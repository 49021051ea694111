package overview_test

import (
	"testing"

	"infoklass/domain/register"
	"infoklass/gui/overview"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func screen(t testing.TB, name string, r *register.Register) shots.Screen {
	return trial.Screen(t, "overview-"+name, r, func(s stage.Stage) *overview.Page { return overview.New(s, (&led{}).options()) }, nil)
}

func TestPicturesAreWhole(t *testing.T) {
	shots.Prove(t, []shots.Screen{screen(t, "sample", trial.Sample(t, memory.New())), screen(t, "empty", trial.Register(t, memory.New()))})
}
