package program

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
	"mentorbook/storage/machine"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

func TestMain(m *testing.M) {
	if os.Getenv("MENTORBOOK_CHECK_FILE") != "" && os.Getenv("CHECK_DIES") != "" {
		go func() { panic("a check that no guard reaches") }()
		select {}
	}
	if storage.RunCheckChild(os.Stdout) {
		return
	}
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// machineUnderTest is a machine with one window.
type machineUnderTest struct {
	*shelltest.Bench

	dir    string
	p      *Program
	logged []error
	quit   bool
	closed bool
	look   settings.Look
}

// boot starts the program on a machine; several starts on one folder follow each other.
func boot(t *testing.T, dir string, change func(*Config)) *machineUnderTest {
	t.Helper()
	saved, _, err := machine.Load(filepath.Join(dir, "machine.json"), bytes.NewReader([]byte{1, 2, 3, 4}))
	if err != nil {
		t.Fatal(err)
	}
	m := &machineUnderTest{Bench: &shelltest.Bench{T: t, Clock: &shelltest.Clock{}, Queue: shelltest.NewQueue()}, dir: dir}
	m.Window = fyne.CurrentApp().NewWindow("")
	m.Window.Resize(fyne.NewSize(1280, 800))
	m.Window.SetOnClosed(func() { m.quit = true })
	cfg := Config{
		Window: m.Window, Settings: saved, Keep: filepath.Join(dir, "machine.json"), Sockets: filepath.Join(dir, "s"),
		Clock: wire.Clock{Fixed: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}, System: core.English,
		Default: filepath.Join(dir, "practice.mentorbook"), Samples: func(as core.Role) string { return filepath.Join(dir, string(as)+".mentorbook") }, Dispatch: m.Queue.Do, After: m.Clock.After,
		Log:     func(err error) { m.logged = append(m.logged, err) },
		Desktop: ui.Desktop{Places: []string{dir}},
		SetLook: func(l settings.Look) { m.look = l }, About: func() settings.About {
			return settings.About{Version: "0.1.0", Libraries: []settings.Library{{Name: "go.etcd.io/bbolt", Version: "v1.5.0"}}}
		},
	}
	if change != nil {
		change(&cfg)
	}
	m.p = New(cfg)
	t.Cleanup(m.close)
	m.p.Begin()
	m.settle()
	return m
}

func (m *machineUnderTest) close() {
	if m.closed {
		return
	}
	m.closed = true
	if err := m.p.Close(); err != nil {
		m.T.Error(err)
	}
	if !m.quit {
		m.Window.Close()
	}
}

// settle waits until the window has something lasting in it and all work beside it has ended.
func (m *machineUnderTest) settle() {
	m.T.Helper()
	m.Queue.Until(m.T, "the end of the work beside the window", func() bool {
		switch {
		case m.p.window != nil:
			m.Shell = m.p.window.Shell()
		case m.p.begin != nil:
			m.Shell = m.p.begin.Shell()
		default:
			return m.quit
		}
		return !m.p.busy && m.Shell.Runner.Idle()
	})
}

func (m *machineUnderTest) tap(text string) {
	m.T.Helper()
	m.Click(text)
	m.settle()
}

func (m *machineUnderTest) wants(texts ...string) {
	m.T.Helper()
	for _, text := range texts {
		if !m.Sees(text) {
			m.T.Errorf("%q is not to be seen in %q", text, kit.Texts(m.Root()))
		}
	}
}

// made makes a workspace file.
func made(t *testing.T, path string) {
	t.Helper()
	o := opener{clock: wire.Clock{Fixed: time.Date(2026, 11, 20, 9, 14, 0, 0, time.UTC)}, device: "01020304", language: core.English}
	w, err := o.start(t.Context(), path, planner.Start{Owner: core.Person{Name: "Maja Lindqvist", Zone: "Europe/Berlin"}, Side: core.RoleMentor, Language: core.English})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.close(t.Context(), o.clock.Now()); err != nil {
		t.Fatal(err)
	}
}

func TestTheFirstStartEverMakesAWorkspaceOfOnesOwn(t *testing.T) {
	dir := t.TempDir()
	m := boot(t, dir, nil)
	m.wants("Welcome to Mentorbook")
	m.Shot("welcome")
	m.tap("Start")
	m.wants("Fill this in") // a name is needed
	m.Type("Анна Ким")
	m.tap("As a mentee")
	m.tap("Start")
	m.wants("practice.mentorbook", "All changes saved")
	ws, err := m.p.open.planner.Workspace.Get(t.Context())
	owner, err2 := m.p.open.planner.Workspace.Owner(t.Context())
	if err != nil || err2 != nil || ws.Side != core.RoleMentee || owner.Name != "Анна Ким" || m.p.open.planner.Device != "01020304" {
		t.Errorf("%v %v %v %v", ws, owner, err, err2)
	}
	m.close()

	m = boot(t, dir, nil) // the next start opens it again, with a backup from the end of the last one
	m.wants("practice.mentorbook", "Backup")
	if len(m.logged) > 0 {
		t.Error(m.logged)
	}
}

func TestAMissingFileIsNeverMadeASampleInSilence(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "asked.mentorbook")
	m := boot(t, dir, func(c *Config) { c.Path = path })
	m.wants("Welcome to Mentorbook", "asked.mentorbook")
	m.close()
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("a file was made")
	}
	m = boot(t, dir, func(c *Config) { c.Path, c.Sample = path, core.RoleMentor })
	m.wants("Amina Yusuf", "asked.mentorbook")
}

func TestRecentFiles(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.mentorbook"), filepath.Join(dir, "two.mentorbook")
	made(t, one)
	made(t, two)
	boot(t, dir, func(c *Config) { c.Path = one }).close()
	boot(t, dir, func(c *Config) { c.Path = two }).close()
	if err := os.Remove(two); err != nil {
		t.Fatal(err)
	}
	m := boot(t, dir, nil)
	m.wants("Welcome to Mentorbook", "one", "two", "not found")
	m.Shot("welcome-recent")
	m.tap("Remove from the list")
	if m.Sees("not found") {
		t.Error("it is still listed")
	}
	m.tap("one")
	m.wants("one.mentorbook")
	m.Shell.Commands.Run("shell.menu")
	m.Shot("menu")
	m.tap("New or other workspace…")
	m.wants("Welcome to Mentorbook")
	if _, err := storage.Open(t.Context(), one, storage.Options{}); err != nil {
		t.Error("the file is still held:", err)
	}
}

func TestProblemsAreSaidWithAWayOn(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(t *testing.T, path string)
		says  []string
		does  string // a button to press
		then  string
	}{
		"damaged": {
			spoil: func(t *testing.T, path string) { overwrite(t, path, 4096) },
			says:  []string{"cannot be opened", "damaged", "There is a usable backup"}, does: "Restore the backup of 20 Nov", then: "All changes saved",
		},
		"empty": {
			spoil: func(t *testing.T, path string) { write0(t, path, nil) },
			says:  []string{"cannot be opened", "There is a usable backup"}, does: "Restore the backup", then: "All changes saved",
		},
		"foreign": {
			spoil: func(t *testing.T, path string) {
				write0(t, path, bytes.Repeat([]byte("no workspace "), 2000))
				if err := os.RemoveAll(storage.BackupFolder(path)); err != nil {
					t.Fatal(err)
				}
			},
			says: []string{"Choose another file"}, does: "Start a new one", then: "Welcome to Mentorbook",
		},
		"held": {
			spoil: func(t *testing.T, path string) {
				s, err := storage.Open(t.Context(), path, storage.Options{Holder: "mentorctl"})
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = s.Close() })
			},
			says: []string{"mentorctl", "Close it there"}, does: "Try again", then: "Close it there",
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "mine.mentorbook")
			made(t, path)
			c.spoil(t, path)
			m := boot(t, dir, func(c *Config) { c.Path = path })
			m.wants(c.says...)
			m.Shot("problem-" + name)
			m.tap(c.does)
			m.Clock.Move(time.Minute) // a message stands in the place of the status for a while
			m.wants(c.then)
		})
	}
}

func overwrite(t *testing.T, path string, from int) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range raw {
		if i < from || i%7 == 0 {
			raw[i] ^= 0x5a
		}
	}
	write0(t, path, raw)
}

func write0(t *testing.T, path string, raw []byte) {
	t.Helper()
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTheWelcomeScreenSpeaksBothLanguagesAndKeepsWhatIsTyped(t *testing.T) {
	dir := t.TempDir()
	m := boot(t, dir, nil)
	m.Type("Maja")
	m.tap("Русский")
	m.wants("Добро пожаловать в Mentorbook")
	if m.p.beginName() != "Maja" {
		t.Error("what was typed is gone")
	}
	m.Shot("welcome-ru")
	m.close()
	m = boot(t, dir, nil)
	m.wants("Добро пожаловать в Mentorbook")
}

func TestASecondStartCallsTheFirst(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	m := boot(t, dir, func(c *Config) { c.Path = path })
	link := filepath.Join(dir, "link.mentorbook")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, link} {
		if !Raise(filepath.Join(dir, "s"), name, shell.Route{}) {
			t.Errorf("%s: nobody answered", name)
		}
	}
	if Raise(filepath.Join(dir, "s"), filepath.Join(dir, "other.mentorbook"), shell.Route{}) {
		t.Error("another file's window answered")
	}
	m.close()
	if Raise(filepath.Join(dir, "s"), path, shell.Route{}) {
		t.Error("a closed window answered")
	}
}

func TestABackupOfEachDay(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	m := boot(t, dir, func(c *Config) { c.Path = path })
	if _, err := m.p.open.planner.People.Add(context.Background(), core.Person{Name: "Amina Yusuf"}); err != nil {
		t.Fatal(err)
	}
	m.Clock.Move(upkeepEvery)
	m.settle()
	list, err := storage.Backups(path)
	if err != nil || len(list) != 2 || !strings.Contains(strings.Join(kit.Texts(m.Root()), " "), "Backup today") {
		t.Errorf("%v %v", list, err)
	}
	if _, err := m.p.open.planner.People.Add(context.Background(), core.Person{Name: "Tomasz Zieliński"}); err != nil {
		t.Fatal(err)
	}
	m.Clock.Move(4 * upkeepEvery)
	m.settle()
	if list, err := storage.Backups(path); err != nil || len(list) != 2 {
		t.Errorf("more than one a day: %v %v", list, err)
	}
}

// A file whose making was cut off is begun again, not refused.
func TestACutOffBeginningGoesOn(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	store, err := storage.Create(t.Context(), path, storage.Options{})
	if err != nil || store.Close() != nil {
		t.Fatal(err)
	}
	m := boot(t, dir, func(c *Config) { c.Path = path })
	m.wants("Welcome to Mentorbook", "mine.mentorbook")
	m.Type("Maja")
	m.Press("Enter")
	m.settle()
	m.wants("All changes saved")
	m.close()
	m = boot(t, dir, func(c *Config) { c.Path = path })
	m.wants("All changes saved")
}

// Quick capture offers what was taken down the last time, also when the program was started anew.
func TestTheLastKindIsRemembered(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	m := boot(t, dir, func(c *Config) { c.Path = path })
	m.settle()
	chosen := func() (text string) {
		m.Press("Ctrl+Shift+N")
		m.settle()
		kit.Walk(m.Root(), func(o fyne.CanvasObject) bool {
			if s, ok := o.(*kit.Segments); ok {
				text = []string{"question", "promise", "note"}[s.Current()]
			}
			return true
		})
		return text
	}
	if got := chosen(); got != "question" {
		t.Errorf("at first it offers a %s", got)
	}
	m.tap("Note")
	m.Type("# ")
	m.Press("Escape")
	m.settle()
	m.close()
	m = boot(t, dir, func(c *Config) { c.Path = path })
	m.settle()
	if got := chosen(); got != "note" {
		t.Errorf("after a note it offers a %s", got)
	}
}

// Two windows over two files remember both.
func TestTwoWindowsForgetNothingOfEachOther(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.mentorbook"), filepath.Join(dir, "two.mentorbook")
	made(t, one)
	made(t, two)
	a := boot(t, dir, func(c *Config) { c.Path = one })
	a.p.work.Wait()
	b := boot(t, dir, func(c *Config) { c.Path = two })
	b.p.work.Wait()
	a.p.KeepFolder("/data")
	a.p.work.Wait()
	b.p.Quit()
	b.close()
	a.close()
	s, _, err := machine.Load(filepath.Join(dir, "machine.json"), bytes.NewReader(nil))
	if err != nil || len(s.Recent) != 2 || s.Folder != "/data" || s.Window.Width != 1280 || s.Device != "01020304" {
		t.Errorf("%+v %v", s, err)
	}
}

func TestTarget(t *testing.T) {
	dir := t.TempDir()
	there, gone := filepath.Join(dir, "there"), filepath.Join(dir, "gone")
	write0(t, there, nil)
	for _, c := range []struct {
		asked, usual, last string
		want               string
		made               bool
	}{
		{want: "", usual: gone},
		{want: there, usual: there, made: true},
		{want: there, usual: gone, last: there, made: true},
		{want: "", usual: there, last: gone},
		{want: gone, asked: gone, usual: there, last: there},
		{want: there, asked: there, usual: gone, last: gone, made: true},
	} {
		s := new(machine.Settings)
		if c.last != "" {
			s.Recent = []string{c.last}
		}
		if path, made := Target(c.asked, c.usual, s); path != c.want || made != c.made {
			t.Errorf("%+v: %s %v", c, path, made)
		}
	}
}
