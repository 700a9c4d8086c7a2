#!/usr/bin/env python3
"""Derives lib/law/data/holidays.tsv from the yearly files of NateScarlet/holiday-cn (MIT).

    holidays.py 2013.json 2014.json … > lib/law/data/holidays.tsv

Each file names the notices of the State Council it was read from, and the days that they make holidays (isOffDay) or,
on a weekend, working days. What marque is given with --holidays has the same form, so this program also makes the table of a new year.
"""
import json
import sys

ENGLISH = {
    "元旦": "New Year's Day", "春节": "Spring Festival", "清明节": "Qingming Festival", "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival", "中秋节": "Mid-Autumn Festival", "国庆节": "National Day",
    "国庆节、中秋节": "National Day and Mid-Autumn Festival", "中秋节、国庆节": "Mid-Autumn Festival and National Day",
    "抗日战争暨世界反法西斯战争胜利70周年纪念日": "70th anniversary of victory",
}

HEADER = """\
# Holidays 节假日 and make-up working days 调休 of China, as the State Council's General Office sets them each year.
# `year`, the year, the notices: that year is known. `off` or `work`, the day, its holiday in Chinese and English: a
# day off, or a weekend day that is worked. Saturdays and Sundays without a row are days off, other days are worked.
# From: NateScarlet/holiday-cn (MIT, see NOTICE). Derived by examples/tables/holidays.py."""


def main(paths):
    print(HEADER)
    years = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            year = json.load(file)
        if year["days"]:
            years.append(year)
    for year in sorted(years, key=lambda y: y["year"]):
        print("year", year["year"], " ".join(year["papers"]), sep="\t")
        for day in sorted(year["days"], key=lambda d: d["date"]):
            print("off" if day["isOffDay"] else "work", day["date"], day["name"], ENGLISH.get(day["name"], day["name"]), sep="\t")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
