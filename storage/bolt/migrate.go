package bolt

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// A migration brings a file from one version to the next. The list is only
// ever appended to: the version of a file is the number of migrations that
// have run on it.
type migration func(tx *bbolt.Tx) error

var migrations = []migration{makeBuckets}

func makeBuckets(tx *bbolt.Tx) error {
	for _, name := range [][]byte{bucketMeta, bucketEntity, bucketLog, bucketStep, bucketDocument, bucketTrail} {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	return nil
}

// The names in the meta bucket. application, version and program must keep
// their place and form in every version to come: by them an old program sees
// that a file is a newer register and not a foreign file.
var (
	metaApplication = []byte("application")
	metaVersion     = []byte("version")
	metaProgram     = []byte("program")
	metaID          = []byte("id")
	metaCreated     = []byte("created")
)

const application = "se.infoklass.register"

var errNotOurs = errors.New("the database holds no register")

// fileVersion reads the version of a file and the program that set it.
func fileVersion(tx *bbolt.Tx) (version int, program string, err error) {
	meta := tx.Bucket(bucketMeta)
	if meta == nil || string(meta.Get(metaApplication)) != application {
		return 0, "", errNotOurs
	}
	version, err = strconv.Atoi(string(meta.Get(metaVersion)))
	if err != nil || version < 1 {
		return 0, "", fmt.Errorf("version %q: %w", meta.Get(metaVersion), errShape)
	}
	return version, string(meta.Get(metaProgram)), nil
}

// migrate runs the migrations of list after version from, and stores the new version.
func migrate(tx *bbolt.Tx, list []migration, from int, program string) error {
	for i, run := range list[from:] {
		if err := run(tx); err != nil {
			return fmt.Errorf("migration to version %d: %w", from+i+1, err)
		}
	}
	meta := tx.Bucket(bucketMeta)
	if err := meta.Put(metaVersion, strconv.AppendInt(nil, int64(len(list)), 10)); err != nil {
		return err
	}
	return meta.Put(metaProgram, []byte(program))
}

// bringUpToDate checks the version of an opened file and migrates an older
// one, after copying it to a file in the same folder.
func (s *Store) bringUpToDate(list []migration, o Options) error {
	var version int
	var program string
	err := s.db.View(func(tx *bbolt.Tx) (err error) {
		version, program, err = fileVersion(tx)
		return err
	})
	switch {
	case errors.Is(err, errNotOurs):
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrForeign, err), "store.foreign", "file", s.path)
	case err != nil:
		return err
	case version > len(list):
		err := fmt.Errorf("file version %d, known %d: %w", version, len(list), ledger.ErrNewer)
		return text.Fail(err, "store.newer", "file", s.path, "version", program)
	case version == len(list):
		return nil
	case o.ReadOnly:
		err := fmt.Errorf("file version %d must be migrated to %d: %w", version, len(list), ledger.ErrReadOnly)
		return text.Fail(err, "store.olderReadOnly", "file", s.path)
	}
	copied := copyName(s.path, version, o.now())
	if err := s.Backup(copied); err != nil {
		return fmt.Errorf("copy before migration: %w", err)
	}
	if err := s.db.Update(func(tx *bbolt.Tx) error { return migrate(tx, list, version, o.Version) }); err != nil {
		if isFull(err) {
			return text.Fail(fmt.Errorf("%w: %w", ledger.ErrFull, err), "store.migrationFull", "file", s.path, "copy", copied)
		}
		return text.Fail(err, "store.migration", "file", s.path, "copy", copied)
	}
	return nil
}

// copyName is the name of the copy taken before a migration.
func copyName(path string, version int, now time.Time) string {
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s.version-%d.%s%s", strings.TrimSuffix(path, ext), version, now.Format("20060102-150405"), ext)
}
