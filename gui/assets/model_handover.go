package assets

import (
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// commonOwner is the owner that all of some assets have, the first where they
// have several; empty where they differ or have none.
func commonOwner(records []*register.Record) string {
	common := ""
	for i, rec := range records {
		owners := asset.Holders(rec.Owner())
		if len(owners) == 0 || i > 0 && text.Fold(owners[0]) != text.Fold(common) {
			return ""
		}
		common = owners[0]
	}
	return common
}
