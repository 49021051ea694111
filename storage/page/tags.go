package page

import (
	"strconv"

	pdf "github.com/boxesandglue/baseline-pdf"
)

// element is a node of the structure being written.
type element struct {
	*Node
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
	out    *pdf.PDF
	root   pdf.Objectnumber
	doc    *element
	opened map[*Node]*element
	page   pdf.Objectnumber // the page last begun
	// parents holds for every page, in order, the element of each piece of content.
	parents [][]pdf.Objectnumber
}

func newTree(out *pdf.PDF) *tree {
	t := &tree{out: out, root: out.NextObject(), opened: map[*Node]*element{}}
	t.doc = &element{Node: &Node{Kind: "Document"}, num: out.NextObject(), parent: t.root}
	return t
}

// open begins an element inside its parent.
func (t *tree) open(n *Node) {
	up := t.doc
	if n.Parent != nil {
		up = t.opened[n.Parent]
	}
	e := &element{Node: n, num: t.out.NextObject(), parent: up.num}
	up.kids = append(up.kids, kid{element: e.num})
	t.opened[n] = e
}

// close writes an element.
func (t *tree) close(n *Node) error {
	e := t.opened[n]
	delete(t.opened, n)
	return t.write(e)
}

// content notes that n has content on the page last begun and returns its number there.
func (t *tree) content(n *Node) int {
	e, last := t.opened[n], len(t.parents)-1
	mcid := len(t.parents[last])
	t.parents[last] = append(t.parents[last], e.num)
	e.kids = append(e.kids, kid{page: t.page, mcid: mcid})
	return mcid
}

func (t *tree) beginPage(num pdf.Objectnumber) {
	t.page = num
	t.parents = append(t.parents, nil)
}

// attributes is what an element says of itself beyond its kind.
func (n *Node) attributes() string {
	switch {
	case n.Scope != "":
		return "/A<</O/Table/Scope/" + n.Scope + ">>"
	case n.Summary != "":
		return string(append(appendUTF16([]byte("/A<</O/Table/Summary"), n.Summary), ">>"...))
	}
	return ""
}

func (t *tree) write(e *element) error {
	obj := t.out.NewObjectWithNumber(e.num)
	obj.Raw = true
	b := append(make([]byte, 0, 96), "<</S/"...)
	b = append(b, e.Kind...)
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
	b = append(b, e.attributes()...)
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
