package sheet

func readOpenDocument(p *pack, g *grid) error {
	return fail(OpenDoc, "sheet.ods", nil)
}
