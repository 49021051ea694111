package main_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// A workshop with the keyboard alone, from nothing to the record that is signed:
// an asset is added, its aspects are weighed on the projector, one of them
// category by category in the form, it is decided and printed on the spot.
func TestAWorkshopByKeyboardAlone(t *testing.T) {
	built(t)
	p := newPerson(t)
	d := p.d
	p.write("Documents/läs mig.txt", "här ligger mina papper", 0o600)
	w := p.opens()
	k := kept{t, filepath.Join(p.home, "Documents", "Infoklass", "register.infoklass")}
	d.keys("ctrl+2", "ctrl+n")
	d.settle(stillLong)
	d.write("Elevakter")
	d.keys("Return")
	d.await("the asset to be kept", stepLimit, func() bool { return len(k.assets()) == 1 })

	d.keys("ctrl+3")
	d.settle(stillLong)
	d.keys("Return") // the only one that waits
	d.settle(stillLong)
	d.photograph("workshop-1-object")
	d.keys("Return", "F11") // the first aspect fills the screen
	d.settle(stillLong)
	d.photograph("workshop-2-projector")
	for _, words := range []string{"Uppgifter som omfattas av sekretess i elevhälsan.", "Beslut om enskilda fattas på uppgifterna."} {
		d.keys("2", "Return") // a level above 0 wants a reason
		d.write(words)
		d.keys("ctrl+Return")
		d.settle(stillLong)
	}
	d.keys("Escape") // the rest in the form
	d.settle(stillLong)
	d.photograph("workshop-3-form")
	weighs(d)
	d.keys("0", "Return")
	d.settle(stillLong)

	d.keys("Return") // someone must decide
	d.write("Rektor")
	d.keys("Return", "Return", "Return", "Return") // through the days to the button
	d.await("the classification to be kept", stepLimit, func() bool { return k.asset("Elevakter").State == "decided" })
	if a := k.asset("Elevakter"); a.levels() != "2 2 1 0" {
		t.Errorf("Elevakter is kept as K R T S %s", a.levels())
	}
	d.settle(stillLong)
	d.photograph("workshop-5-decided")
	d.keys("Return") // the button that prints has the keyboard
	d.await("the classification record", stepLimit, func() bool { return len(p.views()) == 1 })
	if name := p.views()[0]; !strings.Contains(name, "Elevakter") {
		t.Errorf("%s is shown", name)
	}
	w.close()
}

// weighs rates availability category by category: the highest decides.
func weighs(d *display) {
	d.t.Helper()
	d.keys("Tab", "Tab", "Tab") // past the step and the answers to the first question
	d.keys("1", "Down", "0")
	d.settle(stillLong)
	d.photograph("workshop-4-categories")
	d.keys("Return") // the reason is missing
	d.write("Arbetet klaras en tid med papper.")
	d.keys("ctrl+Return")
	d.settle(stillLong)
}
