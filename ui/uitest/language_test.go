package uitest_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// saysAll gives all that a window says, its tooltips and what stands in empty fields too, but for messages that go by themselves.
func saysAll(h *uitest.House) []string {
	var out []string
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if _, floats := o.(*kit.Floats); floats || o == nil || !o.Visible() {
			return false
		}
		if tip, ok := o.(interface{ TipText() string }); ok && tip.TipText() != "" {
			out = append(out, "tip: "+tip.TipText())
		}
		if hint := kit.Placeholder(o); hint != "" {
			out = append(out, "hint: "+hint)
		}
		if s, ok := o.(interface{ Text() string }); ok && s.Text() != "" {
			out = append(out, s.Text())
		}
		return true
	})
	return slices.DeleteFunc(out, func(s string) bool { // the size of the file, which each change of the language adds to
		return strings.HasSuffix(s, "\u00a0KB") || strings.HasSuffix(s, " KB") || strings.HasSuffix(s, "\u00a0КБ") || strings.HasSuffix(s, " КБ")
	})
}

// differ tells which of two lists of texts has what the other lacks.
func differ(got, want []string) string {
	only := func(in, not []string) []string {
		return slices.DeleteFunc(slices.Clone(in), func(s string) bool { return slices.Contains(not, s) })
	}
	return "stays: " + strings.Join(only(got, want), " | ") + "\n  lacks: " + strings.Join(only(want, got), " | ")
}

// speak changes the language of a window that is open.
func speak(h *uitest.House, lang core.Language) {
	h.T.Helper()
	h.Run("language." + string(lang))
	words, err := locale.New(lang)
	if err != nil {
		h.T.Fatal(err)
	}
	h.Words = words
	h.Shell.DropUndo() // it lies on the status bar
}

// places gives the routes that show the same whatever was looked at before, in an order that stays.
func places(h *uitest.House) (names []string, to map[string]shell.Route) {
	to = routes(h)
	maps.DeleteFunc(to, func(_ string, r shell.Route) bool {
		return r.Tab == "" && (r.Screen == "calendar" || r.Screen == "reports" && r.ID.IsZero())
	})
	return slices.Sorted(maps.Keys(to)), to
}

// Whatever is on show when the language changes says all of it in the other one, as if the page had been opened in it.
func TestALanguageIsThatOfAllThatIsOnShow(t *testing.T) {
	tall := fyne.NewSize(1280, 1600) // so that all lists show all that they have
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role, Size: tall, Change: func(cfg *ui.Config) { cfg.Host = uitest.Machine{} }})
		speak(h, core.Russian)
		speak(h, core.English)
		fresh := map[core.Language]map[string][]string{}
		for _, lang := range []core.Language{core.Russian, core.English} {
			speak(h, lang)
			h = h.Again()
			fresh[lang] = map[string][]string{}
			names, to := places(h)
			for _, name := range names {
				h.Go(to[name])
				fresh[lang][name] = saysAll(h)
			}
		}
		h = h.Again()
		names, to := places(h)
		for _, name := range names {
			h.Go(to[name])
			for _, lang := range []core.Language{core.Russian, core.English} {
				speak(h, lang)
				if got, want := saysAll(h), fresh[lang][name]; !slices.Equal(got, want) {
					t.Errorf("%s of a %s in %s:\n  %s", name, role, lang, differ(got, want))
				}
			}
		}
	}
}
