package program

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

// places are what this program shows besides the screens of a workspace, each with the way there.
func places(dir string) map[string]func(t *testing.T, lang core.Language) *machineUnderTest {
	at := func(change func(*Config), then func(*machineUnderTest)) func(*testing.T, core.Language) *machineUnderTest {
		return func(t *testing.T, lang core.Language) *machineUnderTest {
			m := boot(t, filepath.Join(dir, t.Name()), func(c *Config) {
				c.Language = lang
				change(c)
			})
			then(m)
			m.settle()
			return m
		}
	}
	sample := func(c *Config) {
		c.Path, c.Sample = filepath.Join(filepath.Dir(c.Keep), "mine.mentorbook"), core.RoleMentor
	}
	settings := func(m *machineUnderTest) {
		m.Shell.Go(shell.Route{Screen: "settings"})
		m.settle()
	}
	return map[string]func(*testing.T, core.Language) *machineUnderTest{
		"welcome": at(func(*Config) {}, func(*machineUnderTest) {}),
		"recent": at(func(c *Config) {
			for i := range 5 {
				c.Settings.Opened(fmt.Sprintf("/a/rather/long/path/to/where/somebody/keeps/things/workspace-number-%d.mentorbook", i), c.Clock.Now())
			}
		}, func(*machineUnderTest) {}),
		"problem": at(func(c *Config) {
			c.Path = filepath.Join(filepath.Dir(c.Keep), "spoilt.mentorbook")
			_ = os.WriteFile(c.Path, bytes.Repeat([]byte("no workspace "), 999), 0o600)
		}, func(*machineUnderTest) {}),
		"settings": at(sample, settings),
		"about":    at(sample, func(m *machineUnderTest) { m.Shell.Commands.Run("about") }),
		"keys":     at(sample, func(m *machineUnderTest) { m.Shell.Commands.Run("shell.keys") }),
		"menu":     at(sample, func(m *machineUnderTest) { m.Shell.Commands.Run("shell.menu") }),
		"file":     at(sample, func(m *machineUnderTest) { m.Shell.Commands.Run("file.open") }),
		"export":   at(sample, func(m *machineUnderTest) { settings(m); m.Click(m.p.words.T("settings.export")) }),
	}
}

func TestEveryPlaceFits(t *testing.T) {
	for name, open := range places(t.TempDir()) {
		for _, lang := range []core.Language{core.English, core.Russian} {
			t.Run(name+"-"+string(lang), func(t *testing.T) {
				m := open(t, lang)
				for _, size := range []fyne.Size{fyne.NewSize(640, 400), fyne.NewSize(900, 600), fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)} {
					for _, scale := range []float32{1, 2} {
						m.Canvas().(test.WindowlessCanvas).SetScale(scale)
						m.Window.Resize(size)
						m.settle()
						m.judge(fmt.Sprintf("%s-%s-%.0f-%.0f", name, lang, size.Width, scale))
					}
				}
			})
		}
	}
}

// judge holds what is on top against the rules of a good page.
func (m *machineUnderTest) judge(name string) {
	m.T.Helper()
	faults, texts := uitest.Faults(m.Root())
	if texts < 4 {
		m.T.Errorf("%s: only %d texts", name, texts)
	}
	for _, c := range uitest.Cuts(m.Root(), nil) {
		faults = append(faults, fmt.Sprintf("%q is cut", c))
	}
	for _, f := range faults[:min(len(faults), 3)] {
		m.T.Errorf("%s: %s", name, f)
	}
	if len(faults) > 0 {
		m.Shot("fault-" + name)
	}
}

func TestEveryPlaceFitsLargeTexts(t *testing.T) {
	shelltest.Theme(kit.Look{Mode: kit.Light, Scale: 2})
	defer shelltest.Theme(kit.Look{Mode: kit.Light})
	for name, open := range places(t.TempDir()) {
		t.Run(name, func(t *testing.T) {
			m := open(t, core.Russian)
			m.Window.Resize(fyne.NewSize(1920, 1080))
			m.settle()
			m.judge("large-" + name)
		})
	}
}
