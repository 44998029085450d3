package ui

import (
	"context"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/files"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
)

// feedRests is how long nothing may have changed before the published calendar is written again.
const feedRests = 3 * time.Second

// bannerFeed is the banner that says that the calendar cannot be published.
const bannerFeed = "feed"

// chooseFeed asks which file the calendar is to be published to. It is written there at once: where that can't be, the dialog says
// so and what was published before goes on.
func (w *Window) chooseFeed() {
	name := w.t("settings.feed_name")
	w.saveFile(w.t("settings.feed"), files.Name(name, ".ics"), func(path string, written func(error)) {
		shell.Start(w.shell.Runner, "feed.choose", "", func(ctx context.Context, _ shell.Report) (struct{}, error) {
			_, err := w.cfg.Planner.Invitations.WriteFeed(ctx, planner.FeedWish{Name: name}, path)
			return struct{}{}, err
		}, func(_ struct{}, err error) {
			if written(err); err == nil {
				w.setFeed(path)
			}
		})
	})
}

func (w *Window) setFeed(path string) {
	w.step("feed.set", func(ctx context.Context) error {
		return w.cfg.Planner.Workspace.Change(ctx, func(ws *core.Workspace) error {
			ws.Feed = path
			return nil
		})
	}, planner.TitleWorkspaceChanged)
}

// feedSoon writes the published calendar again once changes rest, if the owner wants one.
func (w *Window) feedSoon() {
	if w.stopFeed != nil {
		w.stopFeed()
	}
	w.stopFeed = w.cfg.After(feedRests, func() {
		w.stopFeed = nil
		w.writeFeed(false)
	})
}

// feedAtLast writes it where changes have not rested yet when the window ends: whatever watches the file would have to wait for the
// next start. The end of the window waits for it.
func (w *Window) feedAtLast() {
	if w.stopFeed == nil && !w.shell.Runner.Running(feedJob) {
		return
	}
	if w.stopFeed != nil {
		w.stopFeed()
	}
	w.writeFeed(true)
}

// feedJob is the key of the work that writes the published calendar.
const feedJob = "feed"

// writeFeed writes it; at last, what ends with the window does not stop it.
func (w *Window) writeFeed(last bool) {
	name := w.t("settings.feed_name")
	shell.Start(w.shell.Runner, feedJob, "", func(ctx context.Context, _ shell.Report) (struct{}, error) {
		if last {
			ctx = context.WithoutCancel(ctx)
		}
		return struct{}{}, w.cfg.Planner.Invitations.RenewFeed(ctx, name)
	}, func(_ struct{}, err error) {
		if err == nil {
			w.shell.CloseBanner(bannerFeed)
			return
		}
		w.shell.Banner(bannerFeed, shell.Notice{Kind: kit.Warn, Say: func() (string, string) {
			return w.t("settings.feed_failed", "reason", w.words().Error(err)), w.t("settings.feed_again")
		}, Do: func() { w.writeFeed(false) }})
	})
}

// editWork opens the form of the owner's working hours.
func (w *Window) editWork(owner *core.Person) {
	w.typing(core.RefOf(owner), draftWork, func(d forms.Draft) {
		settings.ShowWork(settings.WorkDeps{
			Words: w.words(), Dialogs: w.shell.Dialogs, Save: w.save, Draft: d,
			Change: func(ctx context.Context, work []core.Hours) error {
				return w.cfg.Planner.People.SetWork(ctx, owner.ID, work)
			},
		}, owner)
	})
}
