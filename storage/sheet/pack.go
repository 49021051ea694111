package sheet

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The limits of what is read, so that no file can take the machine down.
const (
	maxFile     = 200 << 20 // bytes of the file itself
	maxUnpacked = 512 << 20 // bytes of all parts that are read
	maxRow      = 1_048_576
	maxColumn   = 16_384
	maxText     = 1 << 20    // bytes of one cell; Excel's own limit is 32,767 letters
	maxCells    = 12_000_000 // cells of all sheets
	maxLetters  = 512 << 20  // bytes of text in them: a small file can say one long text half a million times
)

var (
	errTooLarge  = errors.New("sheet: more than the limit")
	errDuplicate = errors.New("sheet: two parts of the same name")
	errNoPart    = errors.New("sheet: part missing")
)

// pack is the container of an office file: parts in a zip.
type pack struct {
	ctx   context.Context
	parts map[string]*zip.File // by name in lower case, without leading slash
	twice map[string]bool
	left  int64 // bytes that may still be unpacked
}

func openPack(ctx context.Context, r io.ReaderAt, size int64) (*pack, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, err
	}
	p := &pack{ctx: ctx, parts: make(map[string]*zip.File, len(z.File)), twice: map[string]bool{}, left: maxUnpacked}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, ok := p.parts[name]; ok {
			p.twice[name] = true
		}
		p.parts[name] = f
	}
	return p, nil
}

// partName writes a part's name the way all writers' names compare.
func partName(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

func (p *pack) has(name string) bool { return p.parts[partName(name)] != nil }

// anyUnder reports whether there is a part whose name begins with prefix.
func (p *pack) anyUnder(prefix string) bool {
	for name := range p.parts {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// open returns a part's bytes, counted against the limit; the context is asked
// at every read. A part that occurs twice is never opened, because different
// programs would read different ones.
func (p *pack) open(name string) (io.ReadCloser, error) {
	key := partName(name)
	f := p.parts[key]
	switch {
	case f == nil:
		return nil, errNoPart
	case p.twice[key]:
		return nil, errDuplicate
	case f.Flags&1 != 0:
		return nil, errZipPassword
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &partReader{pack: p, ReadCloser: r}, nil
}

var errZipPassword = errors.New("sheet: zip with a password")

type partReader struct {
	io.ReadCloser
	pack *pack
}

func (r *partReader) Read(b []byte) (int, error) {
	if err := r.pack.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.ReadCloser.Read(b)
	if r.pack.left -= int64(n); r.pack.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// read walks the XML of a part with each, which is called after every start tag
// and reads on as it likes.
func (p *pack) read(name string, each func(x *xmlReader) error) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	x := newXMLReader(decoded(r))
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEOF {
			return nil
		}
		if t == xmlStart {
			if err := each(x); err != nil {
				return err
			}
		}
	}
}

// decoded turns UTF-16, which the standard allows, into UTF-8.
func decoded(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	head, _ := b.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return transform.NewReader(b, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = b.Discard(3)
	}
	return b
}

// relation is one line of a part's .rels.
type relation struct{ kind, target string }

// relations reads what a part refers to, by id. Targets outside the file are left out.
func (p *pack) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	out := map[string]relation{}
	err := p.read(dir+"_rels/"+base+".rels", func(x *xmlReader) error {
		if !x.is("Relationship") || string(x.attr("TargetMode")) == "External" {
			return nil
		}
		target := strings.ReplaceAll(x.attrText("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		out[x.attrText("Id")] = relation{path.Base(x.attrText("Type")), partName(target)}
		return nil
	})
	if errors.Is(err, errNoPart) {
		return out, nil
	}
	return out, err
}
