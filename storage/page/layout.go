package page

import (
	"context"

	"infoklass/domain/report"
)

// A4 in points.
const (
	shortSide = 595.28
	longSide  = 841.89
)

// Layout is a document set on paper.
type Layout struct {
	Width, Height float64 // of the paper, in points
	Pages         [][]Op
}

// Lay sets doc on A4. The same document gives the same pages. Progress, which
// may be nil, is called with the rows done and the rows in all. An error of
// ctx ends the work.
func Lay(ctx context.Context, doc report.Document, progress func(done, total int)) (*Layout, error) {
	f, err := newFlow(ctx, doc, progress)
	if err != nil {
		return nil, err
	}
	l := &Layout{Width: f.width, Height: f.height}
	if err := f.lay(func(ops []Op) error {
		l.Pages = append(l.Pages, ops)
		return nil
	}); err != nil {
		return nil, err
	}
	for i := range l.Pages {
		l.Pages[i] = append(l.Pages[i], f.furniture(i+1, len(l.Pages))...)
	}
	return l, nil
}
