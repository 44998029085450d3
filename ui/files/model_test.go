package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/locale"
)

func words(t testing.TB, lang core.Language) *locale.Words {
	t.Helper()
	w, err := locale.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// folder makes a folder with files; a name that ends in a slash is a folder.
func folder(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		if err == nil && strings.HasSuffix(name, "/") {
			err = os.MkdirAll(path, 0o700)
		} else if err == nil {
			err = os.WriteFile(path, []byte("x"), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadListsFoldersFirstThenWhatFits(t *testing.T) {
	dir := folder(t, "ёлка.csv", "жук.csv", "Амина.CSV", "b.txt", "zoo/", ".hidden/", ".a.csv", "Архив/")
	m := Model{Extensions: []string{".csv"}, Words: words(t, core.Russian)}
	got, err := m.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range got.Entries {
		names = append(names, e.Name)
	}
	if list := strings.Join(names, " "); list != "Архив zoo Амина.CSV ёлка.csv жук.csv" {
		t.Error(list)
	}
	if _, err := m.Read(filepath.Join(dir, "nowhere")); core.CodeOf(err) != core.CodeFile {
		t.Error(err)
	}
}

func TestResolve(t *testing.T) {
	home := folder(t, "Documents/")
	dir := folder(t, "plan.pdf", "people.csv", "in/side.csv")
	open := Model{Extensions: []string{".csv", ".vcf"}, Home: home, Words: words(t, core.English)}
	save := Model{Save: true, Extensions: []string{".pdf"}, Home: home, Words: words(t, core.English)}
	for _, c := range []struct {
		m      Model
		text   string
		want   string // below dir; whole where it begins with a slash
		folder bool
		exists bool
		code   core.Code
	}{
		{m: open, text: "people.csv", want: "people.csv", exists: true},
		{m: open, text: "  people.csv ", want: "people.csv", exists: true},
		{m: open, text: "in", want: "in", folder: true, exists: true},
		{m: open, text: "in/side.csv", want: "in/side.csv", exists: true},
		{m: open, text: "..", want: "..", folder: true, exists: true},
		{m: open, text: "~", want: home, folder: true, exists: true},
		{m: open, text: "~/Documents", want: home + "/Documents", folder: true, exists: true},
		{m: open, text: "plan.pdf", code: core.CodeBadChoice},
		{m: open, text: "gone.csv", code: core.CodeFile},
		{m: open, text: " ", code: core.CodeRequired},
		{m: save, text: "plan.pdf", want: "plan.pdf", exists: true},
		{m: save, text: "plan", want: "plan.pdf", exists: true},
		{m: save, text: "plan.txt", want: "plan.txt.pdf"},
		{m: save, text: "Отчёт 2026", want: "Отчёт 2026.pdf"},
		{m: save, text: "in/new.pdf", want: "in/new.pdf"},
		{m: save, text: "nowhere/new.pdf", code: core.CodeFile},
		{m: save, text: "people.csv/new.pdf", code: core.CodeFile},
		{m: save, text: "a\x00b", code: core.CodeBadText},
		{m: save, text: "a\nb", code: core.CodeBadText},
		{m: save, text: strings.Repeat("я", 200), code: core.CodeTooLong},
	} {
		got, err := c.m.Resolve(dir, c.text)
		want := c.want
		if want != "" && !filepath.IsAbs(want) {
			want = filepath.Join(dir, want)
		}
		if core.CodeOf(err) != c.code || got.Path != want || got.Folder != c.folder || got.Exists != c.exists {
			t.Errorf("%q: %+v %v, want %s", c.text, got, err, want)
		}
		for _, lang := range []core.Language{core.English, core.Russian} {
			if err != nil && strings.Contains(words(t, lang).Error(err), "{") {
				t.Errorf("%q: %s", c.text, words(t, lang).Error(err))
			}
		}
	}
}

func TestMakeFolderRefusesOneThatIsThere(t *testing.T) {
	dir := folder(t, "old/")
	m := Model{Save: true, Words: words(t, core.English)}
	if path, err := m.MakeFolder(dir, "new"); err != nil || path != filepath.Join(dir, "new") {
		t.Error(path, err)
	}
	for name, code := range map[string]core.Code{"old": core.CodeExists, "": core.CodeRequired, "a\x00": core.CodeBadText, "no/where": core.CodeFile} {
		if _, err := m.MakeFolder(dir, name); core.CodeOf(err) != code {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestNearestNeverLeadsNowhere(t *testing.T) {
	dir := folder(t, "in/")
	m := Model{Home: dir}
	for at, want := range map[string]string{
		filepath.Join(dir, "in"): filepath.Join(dir, "in"), filepath.Join(dir, "in/a/b"): filepath.Join(dir, "in"), "": dir,
	} {
		if got := m.Nearest(at); got != want {
			t.Errorf("%s: %s", at, got)
		}
	}
}

func TestNameIsAlwaysOneThatCanBeWritten(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		name := Name(rapid.String().Draw(t, "text"), ".pdf")
		if !utf8.ValidString(name) || filepath.Base(name) != name || goodName(name) != nil {
			t.Fatalf("%q", name)
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_ = os.Remove(path)
	})
	for text, want := range map[string]string{
		"Report Amina Yusuf": "Report Amina Yusuf.pdf", "a/b\\c:d": "a-b-c-d.pdf", "  ..": "mentorbook.pdf", "Отчёт\u202e Иван": "Отчёт Иван.pdf",
		"Ответ Наставничество: план": "Ответ Наставничество план.pdf", "Отчёт 31 декабря 2026 г.": "Отчёт 31 декабря 2026.pdf", "a - b": "a - b.pdf",
	} {
		if got := Name(text, ".pdf"); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// A workspace that was kept aside is one, whatever was put behind its name; nothing else changes its kind by that.
func TestTheKindOfAFile(t *testing.T) {
	for name, want := range map[string]string{
		"/in/mine.mentorbook": ".mentorbook", "mine.Mentorbook.before-2026-11-24T090000Z": ".mentorbook", "mine.mentorbook.before-2026-11-24T090000Z-2": ".mentorbook",
		"list.before-2026.csv": ".csv", ".before-x": "", "letter": "", "/in.before-x/list.CSV": ".csv",
	} {
		if got := Extension(name); got != want {
			t.Errorf("%s is a %q, not %q", name, got, want)
		}
	}
}
