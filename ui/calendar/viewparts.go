package calendar

import (
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// kindOf gives the look of a block.
func kindOf(b Block) kit.Kind {
	switch b.Tone {
	case Due:
		return kit.Info
	case Late:
		return kit.Alarm
	case Gone, Taken:
		return kit.Neutral
	case Clashed:
		return kit.Alarm
	}
	return kit.KindOf(b.Tint)
}

func block(b Block, day int) kit.GridBlock {
	aside := strings.Join(slices.DeleteFunc([]string{b.Theirs, b.Clash}, func(s string) bool { return s == "" }), " · ")
	return kit.GridBlock{
		Key: b.Key, Day: day, From: b.From, To: b.To, Title: b.Title, Topic: b.Topic, Caption: b.Caption, Time: b.Clock, Initials: b.Initials, Kind: kindOf(b), Sign: b.Sign, Aside: aside, Length: b.Length, Over: b.Over,
		Fixed: b.Fixed, Loose: b.Tone == Gone || b.Tone == Taken || b.Tone == Clashed,
	}
}

func gridSpec(m *Model) kit.GridSpec {
	spec := kit.GridSpec{NowDay: -1, NowMinute: m.Now.Hour*60 + m.Now.Minute}
	column := map[core.Date]int{}
	for i, d := range m.Days {
		column[d.Date] = i
		spec.Days = append(spec.Days, kit.GridDay{Title: d.Title, Today: d.Today, Off: d.Off, Work: kit.Span{From: d.Work.From, To: d.Work.To}, More: m.More[d.Date]})
		if d.Today {
			spec.NowDay = i
		}
	}
	for _, h := range m.Hours {
		spec.Zones = append(spec.Zones, kit.GridZone{Name: h.Name, Hours: h.Names, Later: h.Later})
	}
	for _, b := range m.Blocks {
		spec.Blocks = append(spec.Blocks, block(b, column[b.Date]))
	}
	for _, b := range m.Whole {
		spec.WholeDay = append(spec.WholeDay, block(b, column[b.Date]))
	}
	return spec
}

func monthSpec(m *Model) kit.MonthSpec {
	period := m.State.Period()
	spec := kit.MonthSpec{
		First: period.From, Weeks: period.To.DaysSince(period.From) / 7, Month: m.State.Date, Today: m.Today,
		Days: map[core.Date][]kit.GridBlock{}, More: m.More,
	}
	for i := range spec.Weekdays {
		spec.Weekdays[i] = m.words.WeekdayShort(time.Weekday((i + 1) % 7))
	}
	for d := period.From; d.Before(period.To); d = d.AddDays(1) {
		on := m.On(d)
		slices.SortStableFunc(on, func(a, b Block) int { return a.rank() - b.rank() })
		for _, b := range on {
			spec.Days[d] = append(spec.Days[d], block(b, 0))
		}
	}
	return spec
}
