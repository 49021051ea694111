package register

import (
	"fmt"
	"strconv"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindMatrix is words of the consequence matrix: the one in force, and each
// that a decision was made with. KindScale is a scale of the municipality's
// own. KindCommon is a classification that all share, under a name.
const (
	KindMatrix ledger.Kind = "matrix"
	KindScale  ledger.Kind = "scale"
	KindCommon ledger.Kind = "common"
)

var (
	matrixKind *kindOf[classify.Matrix]
	scaleKind  *kindOf[classify.Scale]
	commonKind *kindOf[classify.Common]
)

func init() {
	settings := func() string { return SettingsID }
	matrixKind = declare(kindOf[classify.Matrix]{
		name: KindMatrix, owner: func(classify.Matrix) string { return settings() },
		valid:    func(m classify.Matrix) error { return m.Validate() },
		kept:     func(id string) bool { return id != MatrixID }, // decisions may rest on it
		describe: matrixLines,
	})
	scaleKind = declare(kindOf[classify.Scale]{
		name: KindScale,
		id:   func(s classify.Scale) string { return s.ID }, owner: func(classify.Scale) string { return settings() },
		valid: func(s classify.Scale) error { return s.Validate() },
		fits:  scaleFits, leaves: scaleLeaves, describe: scaleLines,
	})
	commonKind = declare(kindOf[classify.Common]{
		name: KindCommon,
		id:   func(c classify.Common) string { return c.ID }, owner: func(c classify.Common) string { return c.Asset },
		valid:  func(c classify.Common) error { return c.Validate() },
		home:   shelf[classify.Common]{kind: KindCommon, changed: func(t *touched, id string) { t.commons[id] = true }},
		assets: func(c classify.Common) []string { return []string{c.Asset} },
		describe: func(_ *Register, _ *text.Printer, c classify.Common) lines {
			return lines{say("field.common", c.Name)}
		},
	})
}

// MatrixID is the id of the consequence matrix in force. Every other matrix is
// one that a decision was made with, named by what it says.
const MatrixID = "matrix"

// PutMatrix stores the consequence matrix in force.
func PutMatrix(m classify.Matrix, base ledger.Revision) Edit {
	return matrixKind.putAs(MatrixID, m, base)
}

// PutScale stores a scale of the municipality's own.
func PutScale(s classify.Scale, base ledger.Revision) Edit { return scaleKind.put(s, base) }

// PutCommon shares an asset's classification under a name.
func PutCommon(c classify.Common, base ledger.Revision) Edit { return commonKind.put(c, base) }

// scaleFits returns an error for a change of a stored scale: classifications keep
// the scale they were made with, so a changed scale must be a new one.
func scaleFits(c *checking, e Edit, _ classify.Scale) error {
	if e.base != 0 && !c.undoing {
		return text.Fail(nil, "scale.problem.change")
	}
	return nil
}

// scaleLeaves returns an error for the deletion of a scale that something is
// written in. It walks every classification; only such a deletion pays for that.
func scaleLeaves(c *checking, id string) error {
	settings := c.r.settingsNow()
	if s, ok := c.after[KindSettings.Ref(SettingsID)].(Settings); ok {
		settings = s
	}
	used := settings.Scale == id
	for _, k := range []*kindOf[classify.Classification]{classificationKind, draftKind} {
		for of, v := range k.all(c.r) {
			used = used || v.Scale == id && c.stays(k.name.Ref(of))
		}
	}
	if used {
		s, _ := scaleKind.get(c.r, id)
		return text.Fail(fmt.Errorf("register: scale %s is used: %w", id, ledger.ErrConflict), "scale.problem.used", "scale", s.Name)
	}
	return nil
}

// scale reports whether there will be a scale.
func (c *checking) scale(id string) bool {
	if _, shipped := classify.ScaleByID(id); shipped {
		return true
	}
	return c.there(KindScale.Ref(id))
}

func matrixLines(_ *Register, p *text.Printer, m classify.Matrix) lines {
	var ls lines
	for _, c := range classify.Categories {
		name := classify.Shipped(p, c, classify.NameCell)
		id := fmt.Sprint(c)
		ls = append(ls, line{text.Msg("field.matrix.name", "category", name), id, m.Text(p, c, classify.NameCell)})
		for rank := range 4 {
			of := strconv.Itoa(rank)
			ls = append(ls, line{text.Msg("field.matrix.cell", "cell", name+" "+of), id + of, m.Text(p, c, rank)})
		}
	}
	return ls
}

func scaleLines(_ *Register, p *text.Printer, s classify.Scale) lines {
	ls := lines{say("field.name", s.Name)}
	for _, l := range s.Levels {
		ls = append(ls, sayOf("field.scale.level", "code", l.Code, l.Label(string(p.Lang()))+" → "+l.Level.String()))
	}
	return ls
}
