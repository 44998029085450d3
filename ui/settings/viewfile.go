package settings

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// mostBackups is how many backups are shown at once. There are hardly ever more: older ones are thinned out.
const mostBackups = 40

func (p *Page) backupsCard() fyne.CanvasObject {
	w := p.deps.Words()
	now := kit.Stack(6, left(kit.NewButton(p.t("file.backup"), kit.Plain, p.deps.BackUp), kit.NewButton(p.t("deleted.command"), kit.Plain, p.deps.Deleted)))
	if why := p.deps.Unbacked(); why != "" {
		now.Add(kit.NewText(p.t("file.backup_failed", "reason", why), kit.CaptionIn(kit.ColorDanger)))
	}
	var rows []*kit.Row
	for i, l := range Shelf(p.facts, w) {
		if i == mostBackups {
			break
		}
		restore := kit.NewButton(p.t("settings.restore"), kit.Quiet, func() { p.deps.Restore(p.facts.newest(i)) })
		rows = append(rows, kit.NewRow(kit.RowSpec{Content: kit.NewText(l.Name, kit.Body()), Trailing: kit.Line(10, kit.NewLine(l.Text, kit.Caption()), restore)}))
	}
	if len(rows) == 0 {
		return kit.NewCard(p.t("settings.backups"), "", kit.Stack(10, kit.NewText(p.t("settings.no_backups"), kit.Muted()), now))
	}
	return kit.NewCard(p.t("settings.backups"), "", kit.Stack(10,
		kit.NewText(p.t("settings.backups_hint"), kit.Muted()), kit.Rows(rows...), now))
}

func (p *Page) fileCard() fyne.CanvasObject {
	ways := []fyne.CanvasObject{
		kit.NewButton(p.t("settings.check"), kit.Plain, p.deps.Check),
		kit.NewButton(p.t("settings.compact_file"), kit.Plain, p.deps.Compact),
		kit.NewButton(p.t("settings.export"), kit.Plain, p.deps.Export),
	}
	if p.deps.Reveal != nil {
		ways = append(ways, kit.NewButton(p.t("export.show"), kit.Plain, p.deps.Reveal))
	}
	return kit.NewCard(p.t("settings.file"), "", kit.Stack(10, lines(File(p.facts, p.deps.Words())), left(ways...)))
}

// feedCard publishes the calendar to a file that calendar programs watch.
func (p *Page) feedCard() fyne.CanvasObject {
	path := p.facts.Workspace.Feed
	if path == "" {
		return kit.NewCard(p.t("settings.feed"), "", kit.Stack(10, kit.NewText(p.t("settings.feed_hint"), kit.Muted()),
			left(kit.NewButton(p.t("settings.feed_start"), kit.Plain, p.deps.Feed))))
	}
	return kit.NewCard(p.t("settings.feed"), "", kit.Stack(10, kit.NewText(p.t("settings.feed_on", "file", path), kit.Body()),
		left(kit.NewButton(p.t("settings.feed_other"), kit.Plain, p.deps.Feed), kit.NewButton(p.t("settings.feed_stop"), kit.Plain, p.deps.Unfeed))))
}

func (p *Page) aboutCard() fyne.CanvasObject {
	return kit.NewCard(p.t("settings.about"), "", kit.Stack(10,
		kit.NewText(p.t("about.privacy"), kit.Muted()), left(kit.NewButton(p.t("about.more"), kit.Plain, p.deps.About))))
}

// licensed is what stands beside a library: its version and its licence.
func licensed(l Library) string {
	if licence := Licence(l.Name); licence != "" {
		return l.Version + " · " + licence
	}
	return l.Version
}

// AboutView is what the program says about itself: version, privacy, fonts, icons and libraries.
func AboutView(a About, t func(key string, args ...any) string) fyne.CanvasObject {
	rows := make([]*kit.Row, len(a.Libraries))
	for i, l := range a.Libraries {
		rows[i] = kit.NewRow(kit.RowSpec{Content: kit.NewText(l.Name, kit.Body()), Trailing: kit.NewLine(licensed(l), kit.Caption())})
	}
	parts := []fyne.CanvasObject{
		kit.NewText(t("about.version", "version", a.Version), kit.Strong()), kit.NewText(t("about.privacy"), kit.Body()),
		kit.NewText(t("about.licence"), kit.Body()), kit.NewText(t("about.fonts"), kit.Body()),
	}
	if len(rows) > 0 {
		parts = append(parts, kit.NewText(t("about.libraries"), kit.Strong()), kit.Rows(rows...))
	}
	return kit.Stack(10, parts...)
}
