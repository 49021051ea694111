package sheet

import "context"

func readOldExcel(ctx context.Context, f *oleFile, e oleEntry, g *grid) error {
	return fail(OldExcel, "sheet.xls", nil)
}
