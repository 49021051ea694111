package assets

import "infoklass/gui/present"

// OwnKey names a column of the municipality's own by its header.
func OwnKey(header string) present.AssetKey { return present.AssetKey(present.OwnPrefix + header) }
