package today

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// nextCard is the card of the next meeting; without one, it says what to do first.
func (p *Page) nextCard(m *Model) fyne.CanvasObject {
	if m.Next == nil {
		plan := kit.NewButton(p.t("button.plan_meeting"), kit.Primary, func() { p.deps.Plan(core.ID{}) }).Writes()
		p.main = plan
		return kit.NewCard(p.t("today.no_next"), "", kit.Stack(12, muted(p.t("today.no_next_plan"), kit.SizeText), kit.Line(8, plan, kit.Spring())))
	}
	n := m.Next
	body := kit.Columns(420, []float32{3, 2}, p.agenda(n), since(n))
	parts := []fyne.CanvasObject{body, p.nextButtons(n)}
	if marks := p.marks(n); len(marks) > 0 {
		parts = append([]fyne.CanvasObject{kit.Chips(marks...)}, parts...)
	}
	return kit.NewCard(n.Title, n.Caption, kit.Stack(14, parts...))
}

// marks are what is amiss with the next meeting: what it clashes with, and what its guests said.
func (p *Page) marks(n *Next) (out []fyne.CanvasObject) {
	if n.Clash != "" {
		out = append(out, kit.NewChip(p.t("chip.clash"), kit.Alarm), muted(n.Clash, kit.SizeText))
	}
	if n.Mark != "" {
		out = append(out, kit.NewChip(n.Mark, kit.Warn))
	}
	return out
}

func (p *Page) agenda(n *Next) fyne.CanvasObject {
	agenda := []fyne.CanvasObject{muted(n.AgendaHead, kit.SizeText)}
	if len(n.Agenda) == 0 {
		agenda = append(agenda, muted(n.NoAgenda, kit.SizeText))
	}
	for _, item := range n.Agenda {
		line := []fyne.CanvasObject{kit.NewText(item.Text, kit.Body())}
		if item.Owner != "" {
			line = append(line, kit.NewChip(item.Owner, kit.Info))
		}
		if item.Carry {
			line = append(line, kit.NewChip(p.t("meeting.moved_on"), kit.Neutral))
		}
		agenda = append(agenda, kit.Chips(line...))
	}
	if n.More != "" {
		agenda = append(agenda, muted(n.More, kit.SizeCaption))
	}
	return kit.Stack(2, agenda...)
}

func since(n *Next) fyne.CanvasObject {
	if n.SinceHead == "" {
		return kit.Stack(0)
	}
	lines := []fyne.CanvasObject{muted(n.SinceHead, kit.SizeText)}
	for _, text := range n.Since {
		lines = append(lines, kit.NewText(text, kit.Body()))
	}
	return kit.Stack(2, lines...)
}

func (p *Page) nextButtons(n *Next) fyne.CanvasObject {
	p.main = kit.NewButton(p.t("button.open_meeting"), kit.Primary, func() { p.deps.Meeting(n.Meeting) })
	buttons := []fyne.CanvasObject{p.main}
	if n.Link != "" {
		buttons = append(buttons, kit.NewButton(p.t("button.copy_link"), kit.Plain, func() { p.deps.Copy(n.Link) }))
	}
	if n.Share != "" {
		send := kit.NewButton(p.t("today.send_agenda"), kit.Plain, nil)
		send.OnTap(func() { kit.ShowMenuUnder(send, SendMenu(p.deps, n)) })
		buttons = append(buttons, send)
	}
	buttons = append(buttons, kit.NewButton(p.t("button.reschedule"), kit.Plain, func() { p.deps.Move(n.Meeting) }).Writes())
	return kit.Buttons(buttons...)
}

// SendMenu gives the ways in which the shared part of the agenda of the next meeting goes out.
func SendMenu(deps Deps, n *Next) []kit.MenuEntry {
	n = deps.Out(n)
	t := deps.Words().T
	mail := kit.MenuEntry{Text: t("today.send_mail"), Run: func() { deps.Mail(n.Emails, n.Sent, n.Share) }}
	if len(n.Emails) == 0 {
		mail.Reason = t("invite.no_email")
	}
	return []kit.MenuEntry{mail, {Text: t("today.send_copy"), Run: func() { deps.Copy(n.Share) }}}
}
