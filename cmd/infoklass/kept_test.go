package main_test

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// kept is a register file, read through the terminal program: what a test of
// the window asks is what is kept, never what the pixels show.
type kept struct {
	t    *testing.T
	path string
}

// keptAsset is what the terminal says of an asset.
type keptAsset struct {
	ID              string `json:"id"`
	Name            string `json:"name"`
	State           string `json:"state"`
	Confidentiality *int   `json:"confidentiality"`
	Integrity       *int   `json:"integrity"`
	Availability    *int   `json:"availability"`
	Traceability    *int   `json:"traceability"`
	DecidedOn       string `json:"decidedOn"`
}

// levels writes the four levels in their order, – for one that is not set.
func (a keptAsset) levels() string {
	var out []string
	for _, l := range []*int{a.Confidentiality, a.Integrity, a.Availability, a.Traceability} {
		if l == nil {
			out = append(out, "–")
			continue
		}
		out = append(out, strconv.Itoa(*l))
	}
	return strings.Join(out, " ")
}

// same reports whether two assets are kept alike.
func (a keptAsset) same(b keptAsset) bool {
	return a.ID == b.ID && a.Name == b.Name && a.State == b.State && a.levels() == b.levels() && a.DecidedOn == b.DecidedOn
}

// ask runs the terminal program on a copy of the register, since the window
// holds the file itself, and reads its answer into v. A copy taken in the
// middle of a commit cannot be read: that is false, and asking again helps.
func (k kept) ask(v any, words ...string) bool {
	k.t.Helper()
	data, err := os.ReadFile(k.path)
	if err != nil {
		return false
	}
	shadow := filepath.Join(k.t.TempDir(), "copy.infoklass")
	if err := os.WriteFile(shadow, data, 0o600); err != nil {
		k.t.Fatal(err)
	}
	out, err := exec.Command(filepath.Join(built(k.t), "infoklassctl"), append([]string{"--register", shadow, "--json"}, words...)...).Output()
	if err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			k.t.Fatal(err)
		}
		return false
	}
	if err := json.Unmarshal(out, v); err != nil {
		k.t.Fatalf("infoklassctl %v: %v: %s", words, err, out)
	}
	return true
}

// assets lists what is kept now, nothing where the file cannot be read at this moment.
func (k kept) assets() []keptAsset {
	k.t.Helper()
	var all []keptAsset
	k.ask(&all, "assets")
	return all
}

// asset finds one by its name.
func (k kept) asset(name string) keptAsset {
	k.t.Helper()
	for _, a := range k.assets() {
		if a.Name == name {
			return a
		}
	}
	return keptAsset{}
}
