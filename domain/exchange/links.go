package exchange

import (
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/holding"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Fields in which a list names what an asset is linked to: a system its
// information, an information set the systems that hold it. In both, what names
// no asset is kept as words.
const (
	setsField    asset.Field = "information_sets"
	systemsField asset.Field = "linked_systems"
)

// linkField is the field in which an asset of a kind names what it is linked to.
func linkField(k asset.Kind) asset.Field {
	if k == asset.InformationSet {
		return systemsField
	}
	return setsField
}

// heldWords names what an asset is linked to, and then what its own words say.
func heldWords(r *register.Register, rec *register.Record) string {
	linked := r.Holdings().Sets(rec.Asset.ID)
	if rec.Asset.Kind == asset.InformationSet {
		linked = r.Holdings().Systems(rec.Asset.ID)
	}
	var parts []string
	for _, l := range linked {
		parts = append(parts, l.Asset.Name)
	}
	if words := rec.Asset.Fields[linkField(rec.Asset.Kind)]; words != "" {
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}

// names finds assets by name: those of the register and those that an import makes.
type names struct {
	made map[*intake.Entry]string           // the ids of the rows that become assets
	ids  map[asset.Kind]map[string][]string // by folded name
}

func namesOf(r *register.Register, p *intake.Proposal) names {
	n := names{made: map[*intake.Entry]string{}, ids: map[asset.Kind]map[string][]string{asset.System: {}, asset.InformationSet: {}}}
	add := func(k asset.Kind, name, id string) {
		folded := text.Fold(strings.TrimSpace(name))
		n.ids[k][folded] = append(n.ids[k][folded], id)
	}
	for _, rec := range r.Records() {
		add(rec.Asset.Kind, rec.Asset.Name, rec.Asset.ID)
	}
	for i := range p.Tables {
		for j := range p.Tables[i].Rows {
			e := &p.Tables[i].Rows[j]
			if e.Action != intake.Create {
				continue
			}
			n.made[e] = r.NewID()
			if k := kindOf(e); n.ids[k] != nil {
				add(k, e.Name, n.made[e])
			}
		}
	}
	return n
}

func kindOf(e *intake.Entry) asset.Kind {
	if e.Kind == "" {
		return asset.System
	}
	return asset.Kind(e.Kind)
}

// find returns the one asset of a kind with a name.
func (n names) find(k asset.Kind, name string) (string, bool) {
	ids := n.ids[k][text.Fold(strings.TrimSpace(name))]
	if len(ids) != 1 {
		return "", false
	}
	return ids[0], true
}

// read divides words into the assets of a kind that they name, each just one
// asset, and the rest of the words.
func (n names) read(k asset.Kind, words string) (ids []string, rest string) {
	var left []string
	take := func(part string) bool {
		id, ok := n.find(k, part)
		if ok && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		return ok
	}
	for part := range strings.FieldsFuncSeq(words, func(r rune) bool { return r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		if part == "" || take(part) {
			continue
		}
		var kept []string
		for piece := range strings.SplitSeq(part, ",") {
			if piece = strings.TrimSpace(piece); piece != "" && !take(piece) {
				kept = append(kept, piece)
			}
		}
		if len(kept) > 0 {
			left = append(left, strings.Join(kept, ", "))
		}
	}
	return ids, strings.Join(left, "; ")
}

// link makes the links of an asset those that the words of a list name, and
// returns the words that name no asset.
func (in *importer) link(a asset.Asset, row int, words string) string {
	other, sets := asset.InformationSet, true
	linked := in.register.Holdings().Sets(a.ID)
	if a.Kind == asset.InformationSet {
		other, sets = asset.System, false
		linked = in.register.Holdings().Systems(a.ID)
	}
	ids, rest := in.names.read(other, words)
	of := func(id string) holding.Link {
		if sets {
			return holding.Link{System: a.ID, Set: id}
		}
		return holding.Link{System: id, Set: a.ID}
	}
	var have []string
	for _, rec := range linked {
		have = append(have, rec.Asset.ID)
		if l := of(rec.Asset.ID); !slices.Contains(ids, rec.Asset.ID) && in.first(l) {
			ref := register.KindLink.Ref(l.ID())
			in.links = append(in.links, register.Delete(ref, l.System, in.register.RevisionOf(ref)).FromRow(row))
		}
	}
	for _, id := range ids {
		if l := of(id); !slices.Contains(have, id) && in.first(l) {
			l.Since = text.Date(in.register.Today())
			in.links = append(in.links, register.PutLink(l, 0).FromRow(row))
		}
	}
	return rest
}

// first reports whether no row before said anything of a link: it can be named from both its ends.
func (in *importer) first(l holding.Link) bool {
	if in.linked[l.ID()] {
		return false
	}
	in.linked[l.ID()] = true
	return true
}
