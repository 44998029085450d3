package ui

import (
	"strconv"

	"mentorbook/core"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
)

// lookCommands are the choices of the settings about how everything is seen, for who types what they want.
func (w *Window) lookCommands() []shell.Command {
	const group = "settings.look"
	look := func(id, title string, change func(*settings.Look)) shell.Command {
		return shell.Command{ID: id, Title: title, Reads: true, Steers: true, Group: group, Run: func() {
			look := w.cfg.Host.Look()
			change(&look)
			w.setLook(look)
		}}
	}
	speak := func(id, title string, lang core.Language) shell.Command {
		return shell.Command{ID: id, Title: title, Steers: true, Group: group, Run: func() { w.speak(lang) }}
	}
	var sizes []shell.Command
	for _, scale := range settings.Scales() {
		percent := int(scale*100 + 0.5)
		c := look("scale."+strconv.Itoa(percent), "settings.scale", func(l *settings.Look) { l.Scale = scale })
		c.Name = func() string { return w.t("settings.scale") + ": " + w.words().Percent(percent) }
		c.Why = func() string {
			if w.fits(scale) {
				return ""
			}
			return "settings.scale_room"
		}
		sizes = append(sizes, c)
	}
	return append(sizes, []shell.Command{
		speak("language.en", "settings.do.language_en", core.English), speak("language.ru", "settings.do.language_ru", core.Russian),
		look("theme.system", "settings.do.theme_system", func(l *settings.Look) { l.Theme = "" }),
		look("theme.light", "settings.do.theme_light", func(l *settings.Look) { l.Theme = "light" }),
		look("theme.dark", "settings.do.theme_dark", func(l *settings.Look) { l.Theme = "dark" }),
		look("density.comfortable", "settings.do.density_comfortable", func(l *settings.Look) { l.Compact = false }),
		look("density.compact", "settings.do.density_compact", func(l *settings.Look) { l.Compact = true }),
	}...)
}
