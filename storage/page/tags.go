package page

import (
	"strconv"

	pdf "github.com/boxesandglue/baseline-pdf"
)

// element is a node of the structure tree, by which a screen reader knows what
// is a heading and which header a cell stands under (ISO 32000-1, 14.7).
type element struct {
	kind   string // structure type: H1, P, TR …
	attrs  string // dictionary of attributes, empty for none
	num    pdf.Objectnumber
	parent pdf.Objectnumber
	kids   []kid
}

// kid is what an element holds: another element, or marked content on a page.
type kid struct {
	element pdf.Objectnumber // 0 when it is content
	page    pdf.Objectnumber
	mcid    int
}

// tree writes the elements of one document. An element is written as soon as it
// is closed, so that a list of ten thousand rows is never held in memory.
type tree struct {
	out  *pdf.PDF
	root pdf.Objectnumber
	doc  *element
	open []*element
	// parents holds for every page, in order, the element of each piece of content.
	parents [][]pdf.Objectnumber
}

func newTree(out *pdf.PDF) *tree {
	t := &tree{out: out, root: out.NextObject()}
	t.doc = &element{kind: "Document", num: out.NextObject(), parent: t.root}
	t.open = []*element{t.doc}
	return t
}

// begin opens an element inside the innermost open one.
func (t *tree) begin(kind, attrs string) *element {
	up := t.open[len(t.open)-1]
	e := &element{kind: kind, attrs: attrs, num: t.out.NextObject(), parent: up.num}
	up.kids = append(up.kids, kid{element: e.num})
	t.open = append(t.open, e)
	return e
}

// end closes the innermost element and writes it.
func (t *tree) end() error {
	e := t.open[len(t.open)-1]
	t.open = t.open[:len(t.open)-1]
	return t.write(e)
}

// content notes that e has content on the page last begun and returns its number there.
func (t *tree) content(e *element, page pdf.Objectnumber) int {
	last := len(t.parents) - 1
	mcid := len(t.parents[last])
	t.parents[last] = append(t.parents[last], e.num)
	e.kids = append(e.kids, kid{page: page, mcid: mcid})
	return mcid
}

func (t *tree) beginPage() { t.parents = append(t.parents, nil) }

func (t *tree) write(e *element) error {
	obj := t.out.NewObjectWithNumber(e.num)
	obj.Raw = true
	b := append(make([]byte, 0, 96), "<</S/"...)
	b = append(b, e.kind...)
	b = append(b, "/P "...)
	b = appendRef(b, e.parent)
	var page pdf.Objectnumber
	for _, k := range e.kids {
		if k.element == 0 {
			page = k.page
			b = append(append(b, "/Pg "...), appendRef(nil, page)...)
			break
		}
	}
	b = append(b, e.attrs...)
	if len(e.kids) > 0 {
		b = append(b, "/K"...)
		b = appendKids(b, e.kids, page)
	}
	b = append(b, ">>"...)
	obj.Data.Write(b)
	return obj.Save()
}

func appendKids(b []byte, kids []kid, page pdf.Objectnumber) []byte {
	if len(kids) == 1 && kids[0].element == 0 {
		return strconv.AppendInt(append(b, ' '), int64(kids[0].mcid), 10)
	}
	b = append(b, '[')
	for i, k := range kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.element != 0:
			b = appendRef(b, k.element)
		case k.page == page:
			b = strconv.AppendInt(b, int64(k.mcid), 10)
		default:
			b = append(b, "<</Type/MCR/Pg "...)
			b = appendRef(b, k.page)
			b = append(b, "/MCID "...)
			b = strconv.AppendInt(b, int64(k.mcid), 10)
			b = append(b, ">>"...)
		}
	}
	return append(b, ']')
}

func appendRef(b []byte, n pdf.Objectnumber) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...)
}

// finish writes what is left of the tree: the document element, the root, and
// the way back from each page's content to its elements.
func (t *tree) finish() error {
	if err := t.write(t.doc); err != nil {
		return err
	}
	nums := []byte("<</Nums[")
	for i, elements := range t.parents {
		obj := t.out.NewObject()
		obj.Raw = true
		b := []byte{'['}
		for j, n := range elements {
			if j > 0 {
				b = append(b, ' ')
			}
			b = appendRef(b, n)
		}
		obj.Data.Write(append(b, ']'))
		if err := obj.Save(); err != nil {
			return err
		}
		nums = strconv.AppendInt(nums, int64(i), 10)
		nums = append(nums, ' ')
		nums = append(appendRef(nums, obj.ObjectNumber), '\n')
	}
	parents := t.out.NewObject()
	parents.Raw = true
	parents.Data.Write(append(nums, "]>>"...))
	if err := parents.Save(); err != nil {
		return err
	}
	root := t.out.NewObjectWithNumber(t.root)
	root.Dict(pdf.Dict{
		"Type": "/StructTreeRoot", "K": "[" + t.doc.num.Ref() + "]",
		"ParentTree": parents.ObjectNumber.Ref(), "ParentTreeNextKey": len(t.parents),
	})
	return root.Save()
}
