package wire

import (
	"context"
	"errors"

	"mentorbook/core/planner"
	"mentorbook/storage"
)

// trimmedAtOnce is how many entries of the journal one Upkeep looks at: some hundredths of a second's work.
const trimmedAtOnce = 500

// Upkeep does what a workspace needs from time to time, and nothing where nothing is due: it takes the old images
// out of the journal, a part at a time, and keeps a backup if a day has passed since the last and anything has
// changed. It gives the path of a new backup, else "". A program that goes on calls it when it has opened the
// workspace, and then every hour, off its window's goroutine.
func Upkeep(ctx context.Context, p *planner.Planner, store *storage.Store) (backup string, err error) {
	_, trim := p.History.Trim(ctx, trimmedAtOnce)
	backup, err = store.DailyBackup(ctx, p.Clock.Now())
	return backup, errors.Join(trim, err)
}
