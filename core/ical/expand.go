package ical

import (
	"math/bits"
	"slices"
)

// fuel bounds the work of expansion: it goes down by one for each day, month or time that is looked at. A rule
// that yields nothing, such as 30 February, or one that yields every second, ends when it is used up.
type fuel struct{ left int }

func (f *fuel) burn(n int) bool {
	f.left -= n
	return f.left >= 0
}

// The fuel of one event; of one question to a file, and what each of its events adds to that.
const (
	fuelEvent = 2_000_000
	fuelFile  = 20_000_000
	fuelMore  = 5_000
)

// expansion works out one rule. It knows walls alone: whoever asks puts them into a zone.
type expansion struct {
	rule
	first    wall    // DTSTART
	from, to wall    // what is asked for: [from, to)
	times    []int64 // of a day, in seconds, for yearly to daily rules; within the hour or minute below
	days     []int64 // those of the period in hand
	left     int     // of COUNT
	fuel     *fuel
	yield    func(wall) bool
	stopped  bool
	whole    bool // hand out the start too, if the rule gives it
}

// expand gives the instances of a rule after its start, in order, within [from, to). The start itself is not
// among them: it is always the first instance, whether it fits the rule or not, and counts as one of COUNT
// (RFC 5545 3.3.10, 3.8.5.3). It tells whether there was fuel enough.
func (r *rule) expand(first, from, to wall, f *fuel, yield func(wall) bool) bool {
	if to <= first {
		return true
	}
	x := &expansion{rule: *r, first: first, from: from, to: to, fuel: f, yield: yield, left: -1}
	if r.count > 0 {
		if x.left = r.count - 1; x.left == 0 {
			return true
		}
	}
	x.complete()
	if r.freq >= hourly {
		return x.clock()
	}
	return x.calendar()
}

// complete takes what the rule leaves open from its start.
func (x *expansion) complete() {
	_, month, dom := dateOf(x.first.day())
	if x.weekdays == 0 && x.nth == nil && x.monthDays == 0 && x.fromMonthEnd == 0 && x.yearDays == nil {
		switch {
		case x.freq == yearly && x.weeks == nil:
			x.monthDays = 1 << dom
			if x.months == 0 {
				x.months = 1 << month
			}
		case x.freq == monthly && x.weeks == nil:
			x.monthDays = 1 << dom
		case x.freq == weekly || x.freq < weekly:
			x.weekdays = 1 << weekday(x.first.day())
		}
	}
	if x.freq > monthly { // a weekday is counted within months and years alone
		for _, n := range x.nth {
			x.weekdays |= 1 << n.weekday
		}
		x.nth = nil
	}
	inDay := floorMod(int64(x.first), day)
	hours, minutes, seconds := x.hours, x.minutes, x.seconds
	if hours == 0 {
		hours = 1 << (inDay / 3600)
	}
	if minutes == 0 {
		minutes = 1 << (inDay / 60 % 60)
	}
	if seconds == 0 {
		seconds = 1 << (inDay % 60)
	}
	switch x.freq {
	case hourly:
		hours = 1
	case minutely:
		hours, minutes = 1, 1
	case secondly:
		hours, minutes, seconds = 1, 1, 1
	}
	for h := range set(hours) {
		for m := range set(minutes) {
			for s := range set(seconds) {
				x.times = append(x.times, int64(h*3600+m*60+s))
			}
		}
	}
}

// set walks the bits of a number, lowest first.
func set(b uint64) func(func(int) bool) {
	return func(yield func(int) bool) {
		for ; b != 0; b &= b - 1 {
			if !yield(bits.TrailingZeros64(b)) {
				return
			}
		}
	}
}

func weekday(days int64) byte { return byte(floorMod(days+4, 7)) } // 1 January 1970 was a Thursday

// calendar works out yearly, monthly, weekly and daily rules, period by period. A rule without COUNT begins
// where it is asked for, however long ago it started.
func (x *expansion) calendar() bool {
	k := int64(0)
	if x.left < 0 && x.from > x.first {
		k = max(0, (x.periodOf(x.from.day())-x.periodOf(x.first.day()))/x.interval)
	}
	for base := x.periodOf(x.first.day()); ; k++ {
		begin, end := x.period(base + k*x.interval)
		if wall(begin*day) >= x.to {
			return true
		}
		if !x.collect(begin, end) {
			return false
		}
		if !x.fuel.burn(len(x.days) * len(x.times)) {
			return false
		}
		if x.give(len(x.days)*len(x.times), func(i int) wall {
			return wall(x.days[i/len(x.times)]*day + x.times[i%len(x.times)])
		}); x.stopped {
			return true
		}
	}
}

// periodOf numbers the years, months, weeks or days.
func (x *expansion) periodOf(days int64) int64 {
	switch x.freq {
	case yearly:
		y, _, _ := dateOf(days)
		return int64(y)
	case monthly:
		y, m, _ := dateOf(days)
		return int64(y)*12 + int64(m) - 1
	case weekly:
		return floorDiv(days+4-int64(x.start), 7)
	}
	return days
}

// period gives the days [begin, end) of a year, month, week or day by its number.
func (x *expansion) period(n int64) (begin, end int64) {
	switch x.freq {
	case yearly:
		return daysOf(int(n), 1, 1), daysOf(int(n)+1, 1, 1)
	case monthly:
		y, m := int(floorDiv(n, 12)), int(floorMod(n, 12))+1
		begin = daysOf(y, m, 1)
		return begin, begin + int64(daysInMonth(y, m))
	case weekly:
		begin = n*7 - 4 + int64(x.start)
		return begin, begin + 7
	}
	return n, n + 1
}

// collect finds the days of a period that fit, month by month.
func (x *expansion) collect(begin, end int64) bool {
	x.days = x.days[:0]
	for d := begin; d < end; {
		year, month, dom := dateOf(d)
		n := daysInMonth(year, month)
		stop := min(end, d+int64(n-dom+1))
		if x.months != 0 && x.months&(1<<month) == 0 {
			d = stop
			if !x.fuel.burn(1) {
				return false
			}
			continue
		}
		if !x.fuel.burn(int(stop - d)) {
			return false
		}
		for ; d < stop; d, dom = d+1, dom+1 {
			if x.fits(d, year, month, dom, n) {
				x.days = append(x.days, d)
			}
		}
	}
	return true
}

// fits tells whether a day, of a month that fits, is one of the rule's.
func (x *expansion) fits(d int64, year, month, dom, inMonth int) bool {
	if (x.monthDays != 0 || x.fromMonthEnd != 0) && x.monthDays&(1<<dom) == 0 && x.fromMonthEnd&(1<<(inMonth-dom+1)) == 0 {
		return false
	}
	if x.weekdays != 0 || x.nth != nil {
		if x.weekdays&(1<<weekday(d)) == 0 && !x.isNth(d, year, dom, inMonth) {
			return false
		}
	}
	if x.yearDays != nil {
		n := int(d-daysOf(year, 1, 1)) + 1
		if !slices.Contains(x.yearDays, n) && !slices.Contains(x.yearDays, n-daysInYear(year)-1) {
			return false
		}
	}
	return x.weeks == nil || x.inWeek(d, year)
}

func (x *expansion) isNth(d int64, year, dom, inMonth int) bool {
	if x.nth == nil {
		return false
	}
	place, of := dom, inMonth
	if x.freq == yearly && x.months == 0 {
		place, of = int(d-daysOf(year, 1, 1))+1, daysInYear(year)
	}
	w := weekday(d)
	for _, n := range x.nth {
		if n.weekday == w && (n.n == (place+6)/7 || n.n == -((of-place)/7+1)) {
			return true
		}
	}
	return false
}

// inWeek tells whether a day lies in one of the rule's weeks. Week 1 is the first with four days of the year.
func (x *expansion) inWeek(d int64, year int) bool {
	first := x.firstWeek(year)
	switch next := x.firstWeek(year + 1); {
	case d >= next:
		first, year = next, year+1
	case d < first:
		year--
		first = x.firstWeek(year)
	}
	n := int((d-first)/7) + 1
	total := int((x.firstWeek(year+1) - first) / 7)
	return slices.Contains(x.weeks, n) || slices.Contains(x.weeks, n-total-1)
}

// firstWeek gives the first day of a year's week 1.
func (x *expansion) firstWeek(year int) int64 {
	d := daysOf(year, 1, 4)
	return d - floorMod(int64(weekday(d))-int64(x.start), 7)
}

// give hands out the n times of one period, or those of them that BYSETPOS picks.
func (x *expansion) give(n int, at func(int) wall) {
	if x.positions == nil {
		for i := 0; i < n && !x.stopped; i++ {
			x.emit(at(i))
		}
		return
	}
	picked := make([]int, 0, len(x.positions))
	for _, p := range x.positions {
		i := p - 1
		if p < 0 {
			i = n + p
		}
		if i >= 0 && i < n {
			picked = append(picked, i)
		}
	}
	slices.Sort(picked)
	for _, i := range slices.Compact(picked) {
		if x.emit(at(i)); x.stopped {
			return
		}
	}
}

func (x *expansion) emit(w wall) {
	switch {
	case w < x.first || w == x.first && !x.whole:
		return
	case w >= x.to:
		x.stopped = true
		return
	case w >= x.from && !x.yield(w):
		x.stopped = true
		return
	}
	if x.left > 0 {
		if x.left--; x.left == 0 {
			x.stopped = true
		}
	}
}
