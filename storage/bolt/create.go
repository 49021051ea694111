package bolt

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/oklog/ulid/v2"
	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// Create makes an empty register at path and opens it. Nothing is seen at path
// before the file is whole and on the disk, and nothing there is overwritten:
// then Create fails with fs.ErrExist, wrapped. Otherwise it fails with
// ErrReadOnly, ErrFull or fs.ErrNotExist for a folder that does not exist.
func Create(path string, o Options) (*Store, error) {
	if err := build(path, func(temporary string) error { return initialize(temporary, o) }); err != nil {
		return nil, err
	}
	return Open(path, o)
}

func initialize(path string, o Options) error {
	// build brings the whole file to the disk once, so bbolt need not.
	db, err := bbolt.Open(path, 0o660, &bbolt.Options{Timeout: DefaultTimeout, FreelistType: bbolt.FreelistMapType, NoSync: true})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		if err := migrate(tx, migrations, 0, o.Version); err != nil {
			return err
		}
		return introduce(tx.Bucket(bucketMeta), o.now())
	})
	return errors.Join(err, db.Close())
}

// introduce writes the facts of a register that never change.
func introduce(meta *bbolt.Bucket, now time.Time) error {
	id, err := ulid.New(ulid.Timestamp(now), rand.Reader)
	if err != nil {
		return err
	}
	return errors.Join(
		meta.Put(metaApplication, []byte(application)),
		meta.Put(metaID, []byte(id.String())),
		meta.Put(metaCreated, []byte(now.UTC().Format(time.RFC3339))),
	)
}

// build lets write make a file under a temporary name beside path, brings it
// to the disk and gives it its name. It never overwrites.
func build(path string, write func(temporary string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return buildError(path, fs.ErrExist)
	}
	// Not os.CreateTemp, whose files nobody else may read: who shares a folder shares the register.
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()[:8]+".tmp")
	f, err := os.OpenFile(temporary, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o660)
	if err != nil {
		return buildError(path, err)
	}
	defer os.Remove(temporary)
	if err := f.Close(); err != nil {
		return buildError(path, err)
	}
	if err := write(temporary); err != nil {
		return buildError(path, err)
	}
	if err := syncFile(temporary); err != nil {
		return buildError(path, err)
	}
	if err := publish(temporary, path); err != nil {
		return buildError(path, err)
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// publish gives the file its name. A link refuses a name that is taken even
// when somebody takes it right now; where the disk knows no links, a look must do.
func publish(temporary, path string) error {
	err := os.Link(temporary, path)
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if err != nil {
		if _, err := os.Lstat(path); err == nil {
			return fs.ErrExist
		}
		if err := os.Rename(temporary, path); err != nil {
			return err
		}
	}
	return syncFolder(filepath.Dir(path))
}

func buildError(path string, err error) error {
	folder := filepath.Dir(path)
	switch {
	case isTold(err):
		return err
	case errors.Is(err, fs.ErrExist):
		return text.Fail(err, "store.exists", "file", path)
	case errors.Is(err, fs.ErrNotExist):
		return text.Fail(err, "store.folderMissing", "folder", folder)
	case isReadOnly(err):
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrReadOnly, err), "store.folderReadOnly", "folder", folder)
	case isFull(err):
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrFull, err), "store.fullCreate", "file", path)
	}
	return text.Fail(err, "store.notCreated", "file", path)
}
