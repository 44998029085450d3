package program

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mentorbook/core"
	"mentorbook/storage"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
)

// atSettings starts over a sample, at the settings.
func atSettings(t *testing.T, language core.Language) (m *machineUnderTest, path string) {
	t.Helper()
	dir := t.TempDir()
	path = filepath.Join(dir, "mine.mentorbook")
	m = boot(t, dir, func(c *Config) { c.Path, c.Sample, c.System = path, core.RoleMentor, language })
	m.Shell.Go(shell.Route{Screen: "settings"})
	m.settle()
	return m, path
}

// toasts gives what is said in passing.
func (m *machineUnderTest) toasts() string {
	return strings.Join(m.Canvas().Content().(kit.Floating).Floats().Toasts(), "\n")
}

func TestFiguresCountOrAreRefused(t *testing.T) {
	m, _ := atSettings(t, core.English)
	m.Shot("settings-en")
	field := func(label string) *kit.TextField {
		var found *kit.TextField
		for _, o := range fieldsIn(m) {
			if strings.Contains(strings.Join(kit.Texts(o), "\n"), label) {
				found = o
			}
		}
		if found == nil {
			t.Fatalf("no field %q", label)
		}
		return found
	}
	field("Length of a meeting").SetText("a lot")
	m.tap("Save")
	m.wants("Enter a number from 5 to 1440")
	field("Length of a meeting").SetText("60")
	field("Hours a week").SetText("")
	m.tap("Save")
	ws, err := m.p.open.planner.Workspace.Get(t.Context())
	if err != nil || ws.Length != 60 || ws.WeeklyHours != 0 {
		t.Errorf("%+v %v", ws, err)
	}
	m.Shell.Commands.Run("undo")
	m.settle()
	if ws, err = m.p.open.planner.Workspace.Get(t.Context()); err != nil || ws.Length == 60 {
		t.Errorf("undo: %+v %v", ws, err)
	}
}

func fieldsIn(m *machineUnderTest) []*kit.TextField {
	var out []*kit.TextField
	kit.Walk(m.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(*kit.TextField); ok {
			out = append(out, f)
		}
		return true
	})
	return out
}

func TestLanguageAndLookChangeAtOnceAndStay(t *testing.T) {
	m, path := atSettings(t, core.English)
	m.tap("Русский")
	m.wants("Настройки", "Резервные копии", "Сегодня", "Настройки изменены")
	m.Clock.Move(time.Minute) // the message stands in the place of the status for a while
	m.wants("Все изменения сохранены")
	m.Shot("settings-ru")
	if got := lang.L("Cut"); got != "Вырезать" {
		t.Errorf("the toolkit says %q", got)
	}
	m.tap("Тёмная")
	m.tap("Компактно")
	m.tap("125\u00a0%")
	want := settings.Look{Theme: "dark", Compact: true, Scale: 1.25}
	if m.look != want {
		t.Errorf("%+v", m.look)
	}
	m.close()
	m = boot(t, m.dir, func(c *Config) { c.Path = path })
	m.wants("Понедельник")
	m.Shell.Commands.Run("undo") // the step that made Russian the workspace's own
	m.settle()
	m.wants("Monday")
	if m.p.Look() != want {
		t.Errorf("%+v", m.p.Look())
	}
}

// A theme that was asked for at the start stays while something else of the look changes, and is not kept; one that is chosen
// takes its place.
func TestAThemeOfTheStartStays(t *testing.T) {
	m, path := atSettings(t, core.English)
	m.close()
	m = boot(t, m.dir, func(c *Config) { c.Path, c.Theme, c.First = path, "dark", shell.Route{Screen: "settings"} })
	m.tap("125%")
	if want := (settings.Look{Theme: "dark", Scale: 1.25}); m.look != want || m.p.Look() != want {
		t.Errorf("%+v, %+v", m.look, m.p.Look())
	}
	m.close()
	m = boot(t, m.dir, func(c *Config) { c.Path, c.Theme, c.First = path, "dark", shell.Route{Screen: "settings"} })
	if kept := m.p.cfg.Settings.Theme; kept != "" {
		t.Errorf("%q was kept", kept)
	}
	m.tap("Light")
	m.tap("100%")
	if want := (settings.Look{Theme: "light", Scale: 1}); m.look != want || m.p.Look() != want || m.p.cfg.Settings.Theme != "light" {
		t.Errorf("%+v, %+v", m.look, m.p.cfg.Settings)
	}
}

// Times of the file are told on the clock of who owns it, and follow them to another zone.
func TestBackupsAreToldOnTheOwnersClock(t *testing.T) {
	m, _ := atSettings(t, core.English)
	m.wants("Backup today 13:20")
	for zone, want := range map[core.Zone][]string{
		"Asia/Tokyo":         {"Backup today 21:20", "today 21:20"},
		"Pacific/Auckland":   {"Backup today 01:20", "today 01:20"},
		"Pacific/Honolulu":   {"Backup today 02:20", "today 02:20"},
		"Australia/Adelaide": {"Backup today 22:50", "today 22:50"},
	} {
		owner, err := m.p.open.planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := m.p.open.planner.People.Change(t.Context(), owner.ID, func(p *core.Person) error {
			p.Zone = zone
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		m.settle()
		m.wants(want...)
	}
	m.tap("Back up now") // all that has changed, though the clock stood still
	if !strings.Contains(m.toasts(), "Backed up") {
		t.Error(m.toasts())
	}
}

func TestAnOlderStateComesBackAndGoesAgain(t *testing.T) {
	m, path := atSettings(t, core.English)
	m.wants("Backup today 13:20") // in Berlin, where the owner lives, whatever this machine's clock says
	m.tap("Back up now")
	if !strings.Contains(m.toasts(), "Nothing has changed since the backup of today 13:20") {
		t.Error(m.toasts())
	}
	before, err := m.p.open.planner.People.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.p.open.planner.People.Add(t.Context(), core.Person{Name: "Newly Met"}); err != nil {
		t.Fatal(err)
	}
	m.settle()
	begun(t, m) // it stays in the file, and nothing has ended without a farewell
	torn := func() {
		t.Helper()
		if m.Sees("when Mentorbook closed") {
			t.Error("an end is told of that nobody had")
		}
	}
	list, err := storage.Backups(path)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	m.tap("Restore")
	count := func() int {
		people, err := m.p.open.planner.People.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(people)
	}
	if n := count(); n != len(before) || !strings.Contains(m.toasts(), "The previous file is kept as mine.mentorbook.before-") {
		t.Errorf("%d people, %s", n, m.toasts())
	}
	torn()
	m.Canvas().Content().(kit.Floating).Floats().RunNewestToast()
	m.settle()
	torn()
	if n := count(); n != len(before)+1 {
		t.Errorf("%d people after it was taken back", n)
	}
	for i, want := range []int{len(before), len(before) + 1, len(before)} { // long after the message has gone
		m.Shell.Go(shell.Route{Screen: "today"})
		m.Shell.Go(shell.Route{Screen: "settings"})
		m.settle()
		m.wants("before a backup was restored")
		all, err := m.p.Backups(t.Context())
		if err != nil || len(all) != 2 {
			t.Fatalf("%+v, %v", all, err)
		}
		for _, b := range all {
			if b.Aside {
				m.p.Restore(b.Path, path)
			}
		}
		m.settle()
		torn()
		if n := count(); n != want {
			t.Errorf("%d: %d people after what was kept aside came back, not %d", i, n, want)
		}
	}
}

// What is done about the file is found in the palette by the words that people type, in either language.
func TestTheFileIsFoundInThePalette(t *testing.T) {
	m, _ := atSettings(t, core.English)
	for query, says := range map[string]string{
		"backup": "Back up now", "json": "Export everything as JSON…", "export": "Export everything as JSON…", "import": "Import a whole workspace from JSON…",
		"damage": "Check the file", "shrink": "Make the file smaller", "бэкап": "Back up now",
	} {
		m.Press("Ctrl+K")
		m.Type(query)
		m.settle()
		m.wants(says)
		m.Press("Escape")
	}
	m.Shell.Commands.Run("file.check")
	m.settle()
	if !strings.Contains(m.toasts(), "No problems found") {
		t.Error(m.toasts())
	}
}

// What makes texts denser comes before what makes the file smaller, where a word means both: the second takes a while, and nobody
// who wants the first would know why.
func TestCompactMeansTheDensityFirst(t *testing.T) {
	for language, names := range map[core.Language][2]string{core.English: {"Density: compact", "Make the file smaller"}, core.Russian: {"Плотность: компактно", "Уменьшить файл"}} {
		m, _ := atSettings(t, language)
		m.Press("Ctrl+K")
		m.Type("compact")
		m.settle()
		shown := kit.Texts(m.Canvas().Overlays().Top())
		if density, file := slices.Index(shown, names[0]), slices.Index(shown, names[1]); density < 0 || file < density {
			t.Errorf("%s: %q", language, shown)
		}
	}
	m, _ := atSettings(t, core.Russian)
	m.Press("Ctrl+K")
	m.Type("сжать")
	m.settle()
	m.wants("Уменьшить файл")
}

func TestTheFileIsCheckedCompactedExportedAndImported(t *testing.T) {
	m, path := atSettings(t, core.English)
	m.tap("Check")
	if !strings.Contains(m.toasts(), "No problems found") {
		t.Error(m.toasts())
	}
	m.tap("Make smaller")
	if !strings.Contains(m.toasts(), "Made smaller") || m.p.path != path {
		t.Error(m.toasts())
	}
	m.Shell.Go(shell.Route{Screen: "settings"})
	m.settle()
	m.tap("Export everything as JSON")
	m.Press("Enter")
	m.settle()
	export := filepath.Join(m.dir, "mine.json")
	if info, err := os.Stat(export); err != nil || info.Size() == 0 {
		t.Fatal(err, m.toasts())
	}
	m.p.Dropped([]string{filepath.Join(m.dir, "picture.png")})
	if !strings.Contains(m.toasts(), "picture.png cannot be opened here") || !strings.Contains(m.toasts(), ".json") {
		t.Error(m.toasts())
	}
	m.p.Dropped([]string{export})
	m.settle()
	m.wants("Where to keep the imported workspace")
	m.Type("copy")
	m.Press("Enter")
	m.settle()
	if m.p.path != filepath.Join(m.dir, "copy.mentorbook") || !m.Sees("Amina Yusuf") {
		t.Error(m.p.path, m.logged)
	}
	m.p.work.Wait() // the machine's settings are written beside the window, in the same folder
	if left, _ := filepath.Glob(filepath.Join(m.dir, ".mentorbook-*")); len(left) > 0 {
		t.Error("left behind:", left)
	}
}

func TestAnExportOrAWorkspaceDroppedOnTheWelcomeScreen(t *testing.T) {
	m, path := atSettings(t, core.English)
	if err := m.p.open.planner.Exchange.WriteFile(t.Context(), filepath.Join(m.dir, "all.json"), nil); err != nil {
		t.Fatal(err)
	}
	m.p.Welcome()
	m.settle()
	m.p.Dropped([]string{path})
	m.settle()
	m.wants("mine.mentorbook")
	m.p.Welcome()
	m.settle()
	m.p.Dropped([]string{filepath.Join(m.dir, "all.json")})
	m.settle()
	m.wants("all.mentorbook")
}

func TestAboutSaysWhatItIsMadeOf(t *testing.T) {
	m, _ := atSettings(t, core.English)
	m.tap("Version and licences…")
	m.wants("Version 0.1.0", "go.etcd.io/bbolt", "SIL Open Font", "sends nothing anywhere")
	m.Shot("about")
	m.Press("Escape")
	if m.Sees("go.etcd.io/bbolt") {
		t.Error("Escape does not close it")
	}
}

// The process that looks at the file dies of it: the window lives, says so, and opens the file again.
func TestTheCheckOfTheFileDies(t *testing.T) {
	for lang, words := range map[core.Language][2]string{
		core.English: {"Check", "The check found 1 problem"}, core.Russian: {"Проверить", "Проверка нашла 1 ошибку"},
	} {
		m, path := atSettings(t, lang)
		t.Setenv("CHECK_DIES", "yes")
		m.tap(words[0])
		m.wants(words[1])
		t.Setenv("CHECK_DIES", "")
		m.p.Open(path)
		m.settle()
		if m.p.path != path || len(m.logged) > 0 {
			t.Errorf("open afterwards: %q, %v", m.p.path, m.logged)
		}
	}
}
