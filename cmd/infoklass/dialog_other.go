//go:build !windows

package main

import (
	"context"

	"infoklass/gui"
)

// askFile is not there: the window shows its own dialog.
var askFile func(context.Context, gui.FileAsk) (string, error)
