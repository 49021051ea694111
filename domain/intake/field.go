package intake

// What a column can mean besides the canonical fields of headers.tsv.
const (
	// FieldCustom keeps the header and every value as a field of the user's own.
	FieldCustom = "custom"
	// FieldIgnore leaves the column out.
	FieldIgnore = "ignore"
	// FieldRegisterID holds the register's own id: our exports write it.
	FieldRegisterID = "register_id"
	// FieldRegisterChanged holds when the asset was changed last before the export.
	FieldRegisterChanged = "register_changed"
)
