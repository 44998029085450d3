/* Reads an iCalendar file with libical and works out the occurrences of its events: from, to, file. Prints how
 * many components and occurrences there were, and the starts in UTC where a fourth word asks for them. Changed
 * occurrences are not merged: libical leaves that to its users. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long occurrences;
static int shown;

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *b;
	long n;

	if (!f)
		exit(2);
	fseek(f, 0, SEEK_END);
	n = ftell(f);
	rewind(f);
	b = malloc(n + 1);
	if (!b || fread(b, 1, n, f) != (size_t)n)
		exit(2);
	b[n] = 0;
	fclose(f);
	return b;
}

static void found(icalcomponent *c, struct icaltime_span *span, void *data)
{
	time_t t = span->start;
	char s[32];

	occurrences++;
	if (shown) {
		strftime(s, sizeof s, "%Y%m%dT%H%M%SZ", gmtime(&t));
		printf("%s\t%s\n", s, icalcomponent_get_uid(c) ? icalcomponent_get_uid(c) : "");
	}
}

int main(int argc, char **argv)
{
	struct icaltimetype from = icaltime_from_string(argv[1]), to = icaltime_from_string(argv[2]);
	char *text = slurp(argv[3]);
	icalcomponent *root = icalparser_parse_string(text), *c;
	long n = 0;

	shown = argc > 4;
	if (!root)
		return 1;
	for (c = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT); c;
	     c = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)) {
		n++;
		icalcomponent_foreach_recurrence(c, from, to, found, NULL);
	}
	if (!shown)
		printf("%ld %ld\n", n, occurrences);
	return 0;
}
