package register

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
)

// A large register is mostly assets and classifications, and reading their
// JSON is most of what opening one costs. So documents in the very form that
// this program writes are read here, several times faster than encoding/json
// reads them; whatever else it meets, it leaves to encoding/json.

// reader reads the documents of one batch.
type reader struct {
	b    []byte
	i    int
	same map[string]string // short texts met before: lists repeat them endlessly
}

func newReader() *reader { return &reader{same: map[string]string{}} }

// longestShared is up to how many bytes a text is looked for among those met before.
const longestShared = 48

func (d *reader) plainLink(data []byte) (l holding.Link, ok bool) {
	d.b, d.i = data, 0
	ok = d.object(func(key []byte) bool {
		switch string(key) {
		case "system":
			return d.text(&l.System)
		case "set":
			return d.text(&l.Set)
		case "since":
			return d.text(&l.Since)
		}
		return false
	})
	return l, ok && d.i == len(d.b)
}

func (d *reader) plainAsset(data []byte) (a asset.Asset, ok bool) {
	d.b, d.i = data, 0
	ok = d.object(func(key []byte) bool {
		switch string(key) {
		case "id":
			return d.text(&a.ID)
		case "name":
			return d.text(&a.Name)
		case "kind":
			return d.text((*string)(&a.Kind))
		case "unit":
			return d.text(&a.Unit)
		case "status":
			return d.text((*string)(&a.Status))
		case "fields":
			return readMap(d, &a.Fields)
		case "custom":
			return readMap(d, &a.Custom)
		}
		return false
	})
	return a, ok && d.i == len(d.b)
}

func (d *reader) plainClassification(data []byte) (c classify.Classification, ok bool) {
	d.b, d.i = data, 0
	ok = d.object(func(key []byte) bool {
		switch string(key) {
		case "id":
			return d.text(&c.ID)
		case "asset":
			return d.text(&c.Asset)
		case "state":
			return d.text((*string)(&c.State))
		case "scale":
			return d.text(&c.Scale)
		case "profile":
			return d.four(func(i int) bool { return d.level(&c.Profile[i]) })
		case "reasons":
			return d.four(func(i int) bool { return d.text((*string)(&c.Reasons[i])) })
		case "answers":
			return d.four(func(i int) bool { return d.level(&c.Answers[i]) })
		case "noes":
			return d.four(func(i int) bool { return d.count(&c.Noes[i]) })
		case "effects":
			return d.four(func(i int) bool {
				return d.fixed(len(c.Effects[i]), func(j int) bool { return d.level(&c.Effects[i][j]) })
			})
		case "matrix":
			return d.text(&c.Matrix)
		case "common":
			return d.text(&c.Common)
		case "commonVersion":
			return d.text(&c.CommonVersion)
		case "outageHours":
			return d.number(&c.OutageHours)
		case "lossHours":
			return d.number(&c.LossHours)
		case "participants":
			return d.participants(&c.Participants)
		case "information":
			return d.held(&c.Information)
		case "deviations":
			return d.four(func(i int) bool { return d.text((*string)(&c.Deviations[i])) })
		case "decidedBy":
			return d.text(&c.DecidedBy)
		case "decidedOn":
			return d.text(&c.DecidedOn)
		case "nextReview":
			return d.text(&c.NextReview)
		case "source":
			return d.text(&c.Source)
		case "sourceRow":
			return d.whole(&c.SourceRow)
		}
		return false
	})
	return c, ok && d.i == len(d.b)
}

// whole reads a number without decimals.
func (d *reader) whole(n *int) bool {
	var f *float64
	if !d.number(&f) || f == nil {
		return false
	}
	*n = int(*f)
	return float64(*n) == *f
}

// count reads a small number without sign.
func (d *reader) count(to *uint8) bool {
	var n int
	if !d.whole(&n) || n > math.MaxUint8 {
		return false
	}
	*to = uint8(n)
	return true
}

// take steps over c, if it is what comes next.
func (d *reader) take(c byte) bool {
	if d.i < len(d.b) && d.b[d.i] == c {
		d.i++
		return true
	}
	return false
}

// object reads an object without white space, each value by field. No key may come twice.
func (d *reader) object(field func(key []byte) bool) bool {
	if !d.take('{') {
		return false
	}
	if d.take('}') {
		return true
	}
	var before [][]byte
	var room [24][]byte
	before = room[:0]
	for {
		key, plain := d.raw()
		if !plain || !d.take(':') {
			return false
		}
		for _, b := range before {
			if bytes.Equal(b, key) {
				return false
			}
		}
		before = append(before, key)
		if !field(key) {
			return false
		}
		if !d.take(',') {
			return d.take('}')
		}
	}
}

// raw reads a string in which nothing is escaped.
func (d *reader) raw() ([]byte, bool) {
	if !d.take('"') {
		return nil, false
	}
	start, ascii := d.i, true
	for ; d.i < len(d.b); d.i++ {
		switch c := d.b[d.i]; {
		case c == '"':
			s := d.b[start:d.i]
			d.i++
			return s, ascii || utf8.Valid(s)
		case c == '\\' || c < ' ':
			return nil, false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return nil, false
}

func (d *reader) text(to *string) bool {
	start := d.i
	s, plain := d.raw()
	if !plain {
		d.i = start
		return d.escaped(to)
	}
	if len(s) > longestShared {
		*to = string(s)
		return true
	}
	shared, ok := d.same[string(s)]
	if !ok {
		shared = string(s)
		d.same[shared] = shared
	}
	*to = shared
	return true
}

// escaped reads a string with something escaped in it.
func (d *reader) escaped(to *string) bool {
	if !d.take('"') {
		return false
	}
	start := d.i - 1
	for ; d.i < len(d.b); d.i++ {
		switch d.b[d.i] {
		case '\\':
			d.i++
		case '"':
			d.i++
			return json.Unmarshal(d.b[start:d.i], to) == nil
		}
	}
	return false
}

func readMap[K ~string](d *reader, to *map[K]string) bool {
	m := map[K]string{}
	if !d.take('{') {
		return false
	}
	if d.take('}') {
		*to = m
		return true
	}
	for {
		var key, value string
		if !d.text(&key) || !d.take(':') || !d.text(&value) {
			return false
		}
		m[K(key)] = value
		if !d.take(',') {
			*to = m
			return d.take('}')
		}
	}
}

// four reads an array of just four values.
func (d *reader) four(value func(i int) bool) bool { return d.fixed(4, value) }

// fixed reads an array of just n values.
func (d *reader) fixed(n int, value func(i int) bool) bool {
	if !d.take('[') {
		return false
	}
	for i := range n {
		if i > 0 && !d.take(',') || !value(i) {
			return false
		}
	}
	return d.take(']')
}

func (d *reader) level(to *classify.Level) bool {
	if bytes.HasPrefix(d.b[d.i:], []byte("null")) {
		d.i += len("null")
		*to = classify.Unset
		return true
	}
	if d.i < len(d.b) && d.b[d.i] >= '0' && d.b[d.i] <= '3' {
		*to = classify.Level(d.b[d.i]-'0') + classify.Level0
		d.i++
		return true
	}
	return false
}

// number reads a number without sign or exponent.
func (d *reader) number(to **float64) bool {
	start := d.i
	for d.i < len(d.b) && (d.b[d.i] >= '0' && d.b[d.i] <= '9' || d.b[d.i] == '.') {
		d.i++
	}
	digits := d.b[start:d.i]
	if !json.Valid(digits) {
		return false
	}
	n, err := strconv.ParseFloat(string(digits), 64)
	*to = &n
	return err == nil
}

func (d *reader) held(to *[]classify.Held) bool {
	return readList(d, to, func(h *classify.Held, key []byte) bool {
		switch string(key) {
		case "set":
			return d.text(&h.Set)
		case "profile":
			return d.four(func(i int) bool { return d.level(&h.Profile[i]) })
		}
		return false
	})
}

func (d *reader) participants(to *[]classify.Participant) bool {
	return readList(d, to, func(p *classify.Participant, key []byte) bool {
		switch string(key) {
		case "role":
			return d.text(&p.Role)
		case "name":
			return d.text(&p.Name)
		}
		return false
	})
}

// readList reads an array of objects, each value by field.
func readList[T any](d *reader, to *[]T, field func(of *T, key []byte) bool) bool {
	if !d.take('[') {
		return false
	}
	all := []T{}
	for !d.take(']') {
		if len(all) > 0 && !d.take(',') {
			return false
		}
		var one T
		if !d.object(func(key []byte) bool { return field(&one, key) }) {
			return false
		}
		all = append(all, one)
	}
	*to = all
	return true
}
