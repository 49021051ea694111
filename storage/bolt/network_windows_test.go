package bolt_test

import (
	"testing"

	"infoklass/storage/bolt"
)

func TestOnNetworkByName(t *testing.T) {
	for path, want := range map[string]bool{
		`\\server\gemensam\Åsas mapp\r.infoklass`:        true,
		`\\?\UNC\server\gemensam\r.infoklass`:            true,
		`//server/gemensam/r.infoklass`:                  true,
		`C:\Users\asa\r.infoklass`:                       false,
		`\\?\C:\Users\asa\r.infoklass`:                   false,
		`\\.\C:\r.infoklass`:                             false,
		`r.infoklass`:                                    false,
		`C:\` + `en mapp\som heter \\server\r.infoklass`: false,
	} {
		if got := bolt.OnNetwork(path); got != want {
			t.Errorf("%s is said to lie on a network: %v", path, got)
		}
	}
}
