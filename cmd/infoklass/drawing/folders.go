package drawing

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Libraries are the files of ANGLE that the second program draws with on Windows.
var Libraries = []string{"libEGL.dll", "libGLESv2.dll"}

// products are the folders below Program Files, or a user's own programs, in
// which Microsoft's browsers keep a folder for each version. EdgeCore is what
// the newer ones share.
var products = []string{
	`Microsoft\EdgeWebView\Application`,
	`Microsoft\EdgeCore`,
	`Microsoft\Edge\Application`,
}

// version is the number that a folder is called by: 120.0.2210.91.
type version [4]int

func parseVersion(name string) (version, bool) {
	var v version
	parts := strings.Split(name, ".")
	if len(parts) != len(v) {
		return version{}, false
	}
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 31)
		if err != nil {
			return version{}, false
		}
		v[i] = int(n)
	}
	return v, true
}

type found struct {
	version version
	folder  string
}

// search lists the folders below programs that hold every library, the newest
// version first, compared as numbers. Equal versions keep the order of programs
// and products.
func search(programs []string) []string {
	var all []found
	for _, p := range programs {
		for _, product := range products {
			if p != "" && filepath.IsAbs(p) {
				all = append(all, versions(filepath.Join(p, filepath.FromSlash(strings.ReplaceAll(product, `\`, "/"))))...)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return slices.Compare(b.version[:], a.version[:]) })
	out := make([]string, len(all))
	for i, f := range all {
		out[i] = f.folder
	}
	return out
}

func versions(folder string) []found {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // that browser is not there
	}
	var out []found
	for _, e := range entries {
		v, ok := parseVersion(e.Name())
		if path := filepath.Join(folder, e.Name()); ok && complete(path) {
			out = append(out, found{v, path})
		}
	}
	return out
}

// complete reports whether every library lies in a folder.
func complete(folder string) bool {
	return !slices.ContainsFunc(Libraries, func(name string) bool {
		info, err := os.Stat(filepath.Join(folder, name))
		return err != nil || !info.Mode().IsRegular()
	})
}

// trustedFolders returns the folders in which rule accepts every library. The
// error names those that it refuses.
func trustedFolders(folders []string, rule func(file string) error) ([]string, error) {
	var out []string
	var refused []error
	for _, folder := range folders {
		var err error
		for _, name := range Libraries {
			file := filepath.Join(folder, name)
			if e := rule(file); e != nil {
				err = errors.Join(err, fmt.Errorf("%s: %w", file, e))
			}
		}
		if err != nil {
			refused = append(refused, err)
			continue
		}
		out = append(out, folder)
	}
	return out, errors.Join(refused...)
}

// planted returns an error for a library in the program's own folder. Windows would
// load it before the chosen one, and the program never puts one there.
func planted(folder string) error {
	for _, name := range Libraries {
		if _, err := os.Lstat(filepath.Join(folder, name)); err == nil {
			return fmt.Errorf("%s lies beside the program, where it does not belong", name)
		}
	}
	return nil
}

// firstOnPath returns an environment in which folder comes first where
// programs and libraries are looked for. To Windows, Path and PATH are the same.
func firstOnPath(env []string, folder string) []string {
	out := make([]string, 0, len(env)+1)
	path := folder
	for _, e := range env {
		name, value, _ := strings.Cut(e, "=")
		if strings.EqualFold(name, "PATH") {
			path += string(os.PathListSeparator) + value
			continue
		}
		out = append(out, e)
	}
	return append(out, "PATH="+path)
}
