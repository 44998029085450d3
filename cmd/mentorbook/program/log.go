package program

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// logName is the file of the log; what stood in it before it grew too long lies beside it for a while.
const (
	logName  = "mentorbook.log"
	mostLog  = 256 << 10 // bytes
	olderLog = ".old"
	turning  = ".turning" // lies beside it while one process turns it over
	stale    = time.Minute
)

// LogFile gives the path of the log, "" where there is none.
func (b *Blackbox) LogFile() string {
	if b == nil {
		return ""
	}
	return filepath.Join(b.dir, logName)
}

// keep adds a line to the log.
func (b *Blackbox) keep(line string, now time.Time) error {
	path := b.LogFile()
	var turned error // a log that stays too long is no reason to lose a line
	if tooLong(path) {
		turned = turnOver(path)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return errors.Join(turned, err)
	}
	_, err = fmt.Fprintln(f, now.UTC().Format(time.RFC3339), line)
	return errors.Join(turned, err, f.Close())
}

func tooLong(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > mostLog
}

// turnOver puts a log that is too long in the place of the older one. Several processes share it: one at a time does, and
// looks again once it is the one, or the log that another has just begun would take the place of what it turned over.
// Where another is at it, or ended in the midst of it a moment ago, the log is left as it is until the next line.
func turnOver(path string) error {
	mark := path + turning
	f, err := os.OpenFile(mark, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		if info, err := os.Stat(mark); err == nil && time.Since(info.ModTime()) > stale {
			return os.Remove(mark)
		}
		return nil
	}
	if err != nil {
		return err
	}
	err = f.Close()
	if tooLong(path) {
		err = errors.Join(err, os.Rename(path, path+olderLog))
	}
	return errors.Join(err, os.Remove(mark))
}
