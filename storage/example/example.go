// Package example holds the list of an invented municipality, Åsmarks kommun,
// shipped inside the program so that a new user has something to look at.
package example

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
)

// FileName is the list's name, as receipts and the log show it.
const FileName = "systemlista.xlsx"

//go:embed systemlista.xlsx
var list []byte

// Write puts the list into folder and returns its path, so that it comes in
// the same way as a user's own file.
func Write(folder string) (string, error) {
	path := filepath.Join(folder, FileName)
	if err := os.WriteFile(path, list, 0o600); err != nil {
		return "", fmt.Errorf("example: write the list: %w", err)
	}
	return path, nil
}
