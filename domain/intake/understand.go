package intake

import "context"

// Understand reads a workbook and tells what importing it would do. It is the
// whole way: Recognise and then Meet. The book is changed in one respect: the
// cells of rows that speak of security protection are dropped from it.
func Understand(ctx context.Context, b *Book, k Knowledge, a Answers, o Options) (*Proposal, error) {
	r, err := Recognise(ctx, b, k, a, o)
	if err != nil {
		return nil, err
	}
	return r.Meet(ctx, k)
}
