package welcome

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

func languages(t *testing.T) []*locale.Words {
	t.Helper()
	var all []*locale.Words
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, w)
	}
	return all
}

func TestCheckNamesEachFieldThatIsWrong(t *testing.T) {
	for _, w := range languages(t) {
		for _, c := range []struct {
			form  Form
			wrong string // letters: n, e, z, p
		}{
			{Form{Name: "Анна Ким", Email: " anna@kim.example ", Zone: "Asia/Seoul", Path: "a"}, ""},
			{Form{Name: "Anna", Zone: "Europe/Berlin", Path: "a"}, ""},
			{Form{Name: " \n", Zone: "Europe/Berlin", Path: "a"}, "n"},
			{Form{Name: strings.Repeat("x", 5000), Zone: "Europe/Berlin", Path: "a"}, "n"},
			{Form{Name: "Anna", Email: "anna at kim", Zone: "Europe/Berlin", Path: "a"}, "e"},
			{Form{Name: "Anna", Zone: "Local", Path: "a"}, "z"},
			{Form{Name: "Anna", Zone: "", Path: "a"}, "z"}, // of what is typed and not found there is no zone either
			{Form{Name: "Anna", Zone: "Europe/Berlin", Path: " "}, "p"},
			{Form{}, "nzp"},
		} {
			c.form.Side, c.form.Language = core.RoleMentee, core.Russian
			start, wrong, ok := c.form.Check(w)
			got := ""
			for _, field := range []struct{ letter, words string }{{"n", wrong.Name}, {"e", wrong.Email}, {"z", wrong.Zone}, {"p", wrong.Path}} {
				if field.words != "" {
					got += field.letter
				}
			}
			if got != c.wrong || ok != (c.wrong == "") {
				t.Errorf("%+v: %q, %+v", c.form, got, wrong)
			}
			if ok && (start.Owner.Validate() != nil || start.Side != core.RoleMentee || start.Language != core.Russian) {
				t.Errorf("%+v: %+v", c.form, start)
			}
		}
	}
}

func TestFileHasTheExtensionOfWorkspaces(t *testing.T) {
	home := filepath.FromSlash("/people/maja")
	for text, want := range map[string]string{
		"/data/mine": "/data/mine.mentorbook", " /data/mine.mentorbook ": "/data/mine.mentorbook", "~/mine": "/people/maja/mine.mentorbook",
		"/data/v1.2": "/data/v1.2.mentorbook", "/data/../mine.mentorbook": "/mine.mentorbook", "~other/mine": "~other/mine.mentorbook",
	} {
		f := Form{Path: text, Home: home}
		if got := filepath.ToSlash(f.File()); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if got := Short(filepath.Join(home, "a", "b"), home); got != filepath.FromSlash("~/a/b") {
		t.Error(got)
	}
	if got := Short(home+"else", home); got != home+"else" {
		t.Error(got)
	}
}

func TestEveryProblemIsTold(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	path := "/data/mine.mentorbook"
	fail := func(code core.Code, args ...any) error {
		return core.Fail(code, append([]any{"path", path}, args...)...)
	}
	for _, w := range languages(t) {
		for _, c := range []struct {
			err            error
			restore, again bool // where there is a backup
		}{
			{fail(core.CodeDamaged, "reason", "no schema version", "backup", path+".backups/x"), true, true},
			{fail(core.CodeEmptyFile), true, true},
			{core.Fail(core.CodeNotFound, "kind", "workspace", "id", path), true, true},
			{fail(core.CodeNewer, "have", 9, "know", 1), false, false},
			{fail(core.CodeNotWorkspace, "reason", "a different kind of file"), false, false},
			{fail(core.CodeReadOnly), false, true},
			{fail(core.CodeReadOnly, "state", "older"), false, true},
			{fail(core.CodeWorkspaceOpen, "holder", "mentorctl, process 7"), false, true},
			{fail(core.CodeDiskFull), false, true},
			{errors.New("something else"), false, true},
		} {
			for _, backup := range []string{"", path + ".backups/x"} {
				p := &Problem{Path: path, Err: c.err, Backup: backup, Made: now.Add(-20 * time.Hour)}
				told := p.Tell(now, w)
				if (told.Restore != "") != (c.restore && backup != "") || told.Again != c.again || told.Text == "" || told.Advice == "" {
					t.Errorf("%v, %q: %+v", c.err, backup, told)
				}
				for _, s := range []string{told.Title, told.Text, told.Advice, told.Restore} {
					if strings.Contains(s, "{") || strings.Contains(s, "problem.") || strings.Contains(s, ".backups") {
						t.Errorf("%v: %q", c.err, s)
					}
				}
			}
		}
	}
}

func TestLinesSayWhatIsMissing(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	w := languages(t)[0]
	lines := Lines([]Recent{{Path: "/a/one.mentorbook", Opened: now.Add(-time.Hour)}, {Path: "/b/two.mentorbook", Missing: true, Opened: now}, {Path: "/c/three"}}, now, w)
	want := []Line{
		{"/a/one.mentorbook", "one", "today 11:00 · /a", false}, {"/b/two.mentorbook", "two", "not found · /b", true}, {"/c/three", "three", "/c", false},
	}
	for i := range want {
		if lines[i] != want[i] {
			t.Errorf("%+v, want %+v", lines[i], want[i])
		}
	}
}
