// Package files lets somebody choose a file of their own: one to open, or a name to save under. It has the
// program's own look and works by keys alone.
package files

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Entry is one line of a folder.
type Entry struct {
	Name    string
	Folder  bool
	Size    int64 // in bytes
	Changed time.Time
}

// Listing is a folder with what can be chosen in it.
type Listing struct {
	Dir     string
	Entries []Entry
}

// Model says what may be chosen: a file that is there, or a name to write under.
type Model struct {
	Save       bool
	Extensions []string // with their dot, in small letters; none means any file
	Home       string   // what "~" stands for; "" where nobody knows
	Words      *locale.Words
}

// maxEntries bounds a listing: nobody looks through more, and a name can be typed.
const maxEntries = 20_000

// Read lists a folder: other folders first, then the files that may be chosen, each as people sort names. Hidden
// ones are left out. Its error has CodeFile.
func (m *Model) Read(dir string) (Listing, error) {
	found, err := os.ReadDir(dir)
	if err != nil && len(found) == 0 {
		return Listing{Dir: dir}, fileError(dir, err)
	}
	out := Listing{Dir: dir}
	for _, e := range found[:min(len(found), maxEntries)] {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, e.Name())) // a link counts as what it leads to
		if err != nil {
			continue
		}
		if info.IsDir() || info.Mode().IsRegular() && m.accepts(e.Name()) {
			out.Entries = append(out.Entries, Entry{Name: e.Name(), Folder: info.IsDir(), Size: info.Size(), Changed: info.ModTime()})
		}
	}
	sorter := m.Words.Collator()
	slices.SortStableFunc(out.Entries, func(a, b Entry) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return sorter.Compare(a.Name, b.Name)
	})
	return out, nil
}

func (m *Model) accepts(name string) bool {
	return len(m.Extensions) == 0 || slices.Contains(m.Extensions, Extension(name))
}

// Extension gives the end of a file's name that says of which kind it is, in small letters: for a workspace that was kept
// aside when a backup took its place, the one before what was put behind it then.
func Extension(path string) string {
	ext := filepath.Ext(path)
	if strings.HasPrefix(ext, planner.AsideInfix) {
		ext = filepath.Ext(strings.TrimSuffix(path, ext))
	}
	return strings.ToLower(ext)
}

// Choice is what a typed text names.
type Choice struct {
	Path   string
	Folder bool // a folder to go into, not a file
	Exists bool
}

// Resolve finds what a text typed in a folder names: a name in it, a path from it, a whole path or one below the
// home folder. A name to save under gets the extension it lacks. Its error says what is wrong with the text.
func (m *Model) Resolve(dir, text string) (Choice, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return Choice{}, core.FailField(core.CodeRequired, "name")
	}
	path := m.whole(dir, text)
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return Choice{Path: path, Folder: true, Exists: true}, nil
	}
	if !m.Save {
		if err != nil {
			return Choice{}, fileError(path, err)
		}
		if !m.accepts(path) {
			return Choice{}, core.FailField(core.CodeBadChoice, "file_type", "value", filepath.Base(path), "types", m.Words.List(m.Extensions))
		}
		return Choice{Path: path, Exists: true}, nil
	}
	if err := goodName(filepath.Base(path)); err != nil {
		return Choice{}, err
	}
	if !m.accepts(path) {
		path += m.Extensions[0]
	}
	if parent, err := os.Stat(filepath.Dir(path)); err != nil || !parent.IsDir() {
		return Choice{}, noFolder(filepath.Dir(path), err)
	}
	_, err = os.Lstat(path)
	return Choice{Path: path, Exists: err == nil}, nil
}

// noFolder says that there is none to write into, as the writing itself would; err is why, nil where a file lies there.
func noFolder(path string, err error) error {
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
		return fileError(path, err)
	}
	return core.Wrap(core.CodeFile, cmp.Or(err, fs.ErrNotExist), "path", path, "state", "no_folder")
}

func (m *Model) whole(dir, text string) string {
	if rest, ok := strings.CutPrefix(text, "~"); ok && m.Home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		return filepath.Join(m.Home, rest)
	}
	if filepath.IsAbs(text) {
		return filepath.Clean(text)
	}
	return filepath.Join(dir, text)
}

// maxName is what file systems take for one name, in bytes, less room for a temporary name beside it.
const maxName = 240

// goodName refuses what some file system does not take for a name.
func goodName(name string) error {
	if len(name) > maxName {
		return core.FailField(core.CodeTooLong, "name", "max", maxName)
	}
	bad := "\x00"
	if runtime.GOOS == "windows" {
		bad = `<>:"|?*`
	}
	if strings.ContainsAny(name, bad) || strings.ContainsFunc(name, unicode.IsControl) {
		return core.FailField(core.CodeBadText, "name")
	}
	return nil
}

// MakeFolder makes a folder in another. Its error has CodeExists or CodeFile, or says what is wrong with the name.
func (m *Model) MakeFolder(dir, name string) (string, error) {
	name = strings.TrimSpace(name)
	if name == "" {
		return "", core.FailField(core.CodeRequired, "name")
	}
	if err := goodName(name); err != nil {
		return "", err
	}
	path := m.whole(dir, name)
	err := os.Mkdir(path, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return "", core.Fail(core.CodeExists, "value", name)
	}
	return path, fileError(path, err)
}

// Caption is what stands beside a file: its size and when it was changed; nothing beside a folder.
func (m *Model) Caption(e Entry) string {
	if e.Folder {
		return ""
	}
	return m.Words.Bytes(e.Size) + " · " + m.Words.Date(core.DateOf(e.Changed))
}

// Nearest gives a folder that is there: the wished one, or the nearest above it, or home.
func (m *Model) Nearest(dir string) string {
	for dir != "" {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir = up
	}
	if m.Home != "" {
		return m.Home
	}
	return string(filepath.Separator)
}

// Name makes a file name of words from the workspace: letters, figures and signs that every system takes.
func Name(text, extension string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), strings.ContainsRune(" -_.,()+", r):
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == 0, unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return '-'
	}, text)
	words := strings.Fields(clean)
	for i, word := range words { // what is left of a colon at the end of a word
		if cut := strings.TrimRight(word, "-"); cut != "" {
			words[i] = cut
		}
	}
	if n := len(words); n > 1 && (words[n-1] == "г." || words[n-1] == "г") { // "2026 г." would lose its point
		words = words[:n-1]
	}
	clean = strings.Trim(strings.Join(words, " "), " .-")
	for len(clean) > maxName/2 {
		runes := []rune(clean)
		clean = strings.TrimSpace(string(runes[:len(runes)-1]))
	}
	if clean == "" {
		clean = "mentorbook"
	}
	return clean + extension
}

func fileError(path string, err error) error {
	if err == nil {
		return nil
	}
	reason := err.Error()
	var inner *fs.PathError
	if errors.As(err, &inner) {
		reason = inner.Err.Error()
	}
	return core.Wrap(core.CodeFile, err, "path", path, "reason", reason)
}
