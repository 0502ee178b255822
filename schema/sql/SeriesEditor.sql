-- SeriesEditor, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.node (ShiftSeries)
-- _l0: ShiftSeries.shiftsOffCalendar
-- _r1: ShiftSeries.continues
-- _r2: ShiftSeries.activity
-- _r3: VolunteerActivity.district
-- _l1: District.schoolYears
-- _l2: SchoolYear.terms
-- _l3: SchoolYear.calendarDays
-- _l4: ShiftSeries.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || coalesce('"' || _l0."series_date"::text || '"', 'null') || ',' || right(json_build_array(_l0."starts_at"::text)::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift _l0
                    where
                      (
                        _l0."series_id" = _r0.id
                        and (
                          (
                            _l0.school_id = any ($2::uuid[])
                            and (
                              _l0.published_at is not null
                              or (
                                select act.organiser_id = $3::uuid
                                from volunteer_activity act
                                where act.id = _l0.activity_id
                              )
                            )
                          )
                          or _l0.school_id = any ($4::uuid[])
                        )
                        and _l0.starts_at > $5::timestamptz
                        and (
                          _l0.status <> 'CANCELLED'
                          and not _l0.detached
                          and exists (
                            select 1
                            from shift_series ser
                            where
                              ser.id = _l0.series_id
                              and ser.skips_holidays
                              and not (
                                coalesce(
                                  (
                                    select
                                      bool_and(
                                        cdy.kind <> 'HOLIDAY'
                                        and coalesce(
                                          cdy.follows_weekday,
                                          extract(
                                            isodow
                                            from _l0.series_date
                                          )::smallint
                                        ) = any (ser.weekdays)
                                      )
                                    from
                                      school_year syr
                                      join calendar_day cdy on cdy.school_year_id = syr.id
                                      and cdy.date = _l0.series_date
                                    where
                                      syr.district_id = _l0.district_id
                                      and _l0.series_date between syr.starts_on and syr.ends_on
                                  ),
                                  extract(
                                    isodow
                                    from _l0.series_date
                                  )::smallint = any (ser.weekdays)
                                )
                                and not exists (
                                  select 1
                                  from school_year syr
                                  where
                                    syr.district_id = _l0.district_id
                                    and _l0.series_date between syr.starts_on and syr.ends_on
                                    and exists (
                                      select 1
                                      from term trm
                                      where trm.school_year_id = syr.id
                                    )
                                    and not exists (
                                      select 1
                                      from term trm
                                      where
                                        trm.school_year_id = syr.id
                                        and _l0.series_date between trm.starts_on and trm.ends_on
                                    )
                                )
                              )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."starts_at" asc,
                      _l0."id" asc
                    limit ($6::int + 1)
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."last_date"::text || '"]'
                from shift_series _r1
                where
                  (
                    _r1.id = _r0."continues_id"
                    and (
                      select
                        (
                          act.school_id = any ($4::uuid[])
                          or (
                            act.organiser_id = $3::uuid
                            and act.school_id = any ($2::uuid[])
                          )
                        )
                      from volunteer_activity act
                      where act.id = _r1.activity_id
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."starts_on"::text || '","' || _l2."ends_on"::text || '"]',
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l2.*
                                        from term _l2
                                        where
                                          (
                                            _l2."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l2."starts_on" asc,
                                          _l2."id" asc
                                        limit $7::int
                                      ) _l2
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l3."id"::text || '","' || _l3."date"::text || '","' || _l3."kind"::text || '",' || coalesce(_l3."follows_weekday"::text, 'null') || ',' || right(json_build_array(_l3."name")::text, -1),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l3.*
                                        from calendar_day _l3
                                        where
                                          (
                                            _l3."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l3."date" asc,
                                          _l3."id" asc
                                        limit $8::int
                                      ) _l3
                                  ),
                                  'null'
                                ) || ',' || ('"' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1)),
                                ','
                              ) || ']'
                            from
                              (
                                select _l1.*
                                from school_year _l1
                                where
                                  (
                                    _l1."district_id" = _r3.id
                                    and true
                                  )
                                order by
                                  _l1."starts_on" desc,
                                  _l1."id" desc
                                limit $9::int
                              ) _l1
                          ),
                          'null'
                        ) || ',' || ('"' || _r3."id"::text || '"]')
                      from district _r3
                      where _r3.id = _r2."district_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      (
                        _r2.school_id = any ($2::uuid[])
                        and (
                          _r2.published_at is not null
                          or _r2.organiser_id = $3::uuid
                        )
                      )
                      or _r2.school_id = any ($4::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."status"::text || '","' || _l4."starts_at"::text || '","' || _l4."ends_at"::text || '",' || coalesce('"' || _l4."series_date"::text || '"', 'null') || ',' || _l4."detached"::text || ']',
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from shift _l4
                    where
                      (
                        _l4."series_id" = _r0.id
                        and (
                          (
                            _l4.school_id = any ($2::uuid[])
                            and (
                              _l4.published_at is not null
                              or (
                                select act.organiser_id = $3::uuid
                                from volunteer_activity act
                                where act.id = _l4.activity_id
                              )
                            )
                          )
                          or _l4.school_id = any ($4::uuid[])
                        )
                        and true
                      )
                    order by
                      _l4."starts_at" asc,
                      _l4."id" asc
                    limit ($10::int + 1)
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."start_time"::text || '","' || _r0."end_time"::text || '","' || _r0."first_date"::text || '","' || _r0."last_date"::text || '",' || _r0."skips_holidays"::text || ',' || _r0."signup_opens_days_before"::text || ',' || _r0."signup_closes_minutes_before"::text || ',' || _r0."cancel_until_minutes_before"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."weekdays",
                  _r0."place",
                  _r0."roles",
                  (
                    select
                      array(
                        select to_char(day.date, 'YYYY-MM-DD')
                        from
                          shift_series ser
                          join volunteer_activity act on act.id = ser.activity_id
                          and act.status <> 'CANCELLED',
                          lateral (
                            select each::date as date
                            from generate_series(greatest(ser.first_date, $11::date), ser.last_date, interval '1 day') each
                          ) day
                        where
                          ser.id = _r0.id
                          and ser.skips_holidays
                          and not (
                            select
                              coalesce(
                                bool_and(sft.status = 'CANCELLED')
                                and bool_or(
                                  not sft.detached
                                  and not sft.off_calendar
                                ),
                                false
                              )
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date between ser.first_date and ser.last_date
                          )
                          and (day.date + ser.start_time) at time zone 'Asia/Shanghai' > $5::timestamptz
                          and (
                            coalesce(
                              (
                                select
                                  bool_and(
                                    cdy.kind <> 'HOLIDAY'
                                    and coalesce(
                                      cdy.follows_weekday,
                                      extract(
                                        isodow
                                        from day.date
                                      )::smallint
                                    ) = any (ser.weekdays)
                                  )
                                from
                                  school_year syr
                                  join calendar_day cdy on cdy.school_year_id = syr.id
                                  and cdy.date = day.date
                                where
                                  syr.district_id = act.district_id
                                  and day.date between syr.starts_on and syr.ends_on
                              ),
                              extract(
                                isodow
                                from day.date
                              )::smallint = any (ser.weekdays)
                            )
                            and not exists (
                              select 1
                              from school_year syr
                              where
                                syr.district_id = act.district_id
                                and day.date between syr.starts_on and syr.ends_on
                                and exists (
                                  select 1
                                  from term trm
                                  where trm.school_year_id = syr.id
                                )
                                and not exists (
                                  select 1
                                  from term trm
                                  where
                                    trm.school_year_id = syr.id
                                    and day.date between trm.starts_on and trm.ends_on
                                )
                            )
                          )
                          and not exists (
                            select 1
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date = day.date
                              and not sft.off_calendar
                          )
                        order by 1
                      )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift_series _r0
        where
          (
            _r0.id = any ($12::uuid[])
            and (
              select
                (
                  act.school_id = any ($4::uuid[])
                  or (
                    act.organiser_id = $3::uuid
                    and act.school_id = any ($2::uuid[])
                  )
                )
              from volunteer_activity act
              where act.id = _r0.activity_id
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; teacher + staff (as teacher); staff + auditsSchool
-- _r0: Query.node (ShiftSeries)
-- _l0: ShiftSeries.shiftsOffCalendar
-- _r1: ShiftSeries.continues
-- _r2: ShiftSeries.activity
-- _r3: VolunteerActivity.district
-- _l1: District.schoolYears
-- _l2: SchoolYear.terms
-- _l3: SchoolYear.calendarDays
-- _l4: ShiftSeries.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || coalesce('"' || _l0."series_date"::text || '"', 'null') || ',' || right(json_build_array(_l0."starts_at"::text)::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift _l0
                    where
                      (
                        _l0."series_id" = _r0.id
                        and (
                          _l0.school_id = any ($2::uuid[])
                          and (
                            _l0.published_at is not null
                            or (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _l0.activity_id
                            )
                          )
                        )
                        and _l0.starts_at > $4::timestamptz
                        and (
                          _l0.status <> 'CANCELLED'
                          and not _l0.detached
                          and exists (
                            select 1
                            from shift_series ser
                            where
                              ser.id = _l0.series_id
                              and ser.skips_holidays
                              and not (
                                coalesce(
                                  (
                                    select
                                      bool_and(
                                        cdy.kind <> 'HOLIDAY'
                                        and coalesce(
                                          cdy.follows_weekday,
                                          extract(
                                            isodow
                                            from _l0.series_date
                                          )::smallint
                                        ) = any (ser.weekdays)
                                      )
                                    from
                                      school_year syr
                                      join calendar_day cdy on cdy.school_year_id = syr.id
                                      and cdy.date = _l0.series_date
                                    where
                                      syr.district_id = _l0.district_id
                                      and _l0.series_date between syr.starts_on and syr.ends_on
                                  ),
                                  extract(
                                    isodow
                                    from _l0.series_date
                                  )::smallint = any (ser.weekdays)
                                )
                                and not exists (
                                  select 1
                                  from school_year syr
                                  where
                                    syr.district_id = _l0.district_id
                                    and _l0.series_date between syr.starts_on and syr.ends_on
                                    and exists (
                                      select 1
                                      from term trm
                                      where trm.school_year_id = syr.id
                                    )
                                    and not exists (
                                      select 1
                                      from term trm
                                      where
                                        trm.school_year_id = syr.id
                                        and _l0.series_date between trm.starts_on and trm.ends_on
                                    )
                                )
                              )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."starts_at" asc,
                      _l0."id" asc
                    limit ($5::int + 1)
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."last_date"::text || '"]'
                from shift_series _r1
                where
                  (
                    _r1.id = _r0."continues_id"
                    and (
                      select
                        (
                          act.organiser_id = $3::uuid
                          and act.school_id = any ($2::uuid[])
                        )
                      from volunteer_activity act
                      where act.id = _r1.activity_id
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."starts_on"::text || '","' || _l2."ends_on"::text || '"]',
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l2.*
                                        from term _l2
                                        where
                                          (
                                            _l2."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l2."starts_on" asc,
                                          _l2."id" asc
                                        limit $6::int
                                      ) _l2
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l3."id"::text || '","' || _l3."date"::text || '","' || _l3."kind"::text || '",' || coalesce(_l3."follows_weekday"::text, 'null') || ',' || right(json_build_array(_l3."name")::text, -1),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l3.*
                                        from calendar_day _l3
                                        where
                                          (
                                            _l3."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l3."date" asc,
                                          _l3."id" asc
                                        limit $7::int
                                      ) _l3
                                  ),
                                  'null'
                                ) || ',' || ('"' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1)),
                                ','
                              ) || ']'
                            from
                              (
                                select _l1.*
                                from school_year _l1
                                where
                                  (
                                    _l1."district_id" = _r3.id
                                    and true
                                  )
                                order by
                                  _l1."starts_on" desc,
                                  _l1."id" desc
                                limit $8::int
                              ) _l1
                          ),
                          'null'
                        ) || ',' || ('"' || _r3."id"::text || '"]')
                      from district _r3
                      where _r3.id = _r2."district_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      _r2.school_id = any ($2::uuid[])
                      and (
                        _r2.published_at is not null
                        or _r2.organiser_id = $3::uuid
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."status"::text || '","' || _l4."starts_at"::text || '","' || _l4."ends_at"::text || '",' || coalesce('"' || _l4."series_date"::text || '"', 'null') || ',' || _l4."detached"::text || ']',
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from shift _l4
                    where
                      (
                        _l4."series_id" = _r0.id
                        and (
                          _l4.school_id = any ($2::uuid[])
                          and (
                            _l4.published_at is not null
                            or (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _l4.activity_id
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."starts_at" asc,
                      _l4."id" asc
                    limit ($9::int + 1)
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."start_time"::text || '","' || _r0."end_time"::text || '","' || _r0."first_date"::text || '","' || _r0."last_date"::text || '",' || _r0."skips_holidays"::text || ',' || _r0."signup_opens_days_before"::text || ',' || _r0."signup_closes_minutes_before"::text || ',' || _r0."cancel_until_minutes_before"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."weekdays",
                  _r0."place",
                  _r0."roles",
                  (
                    select
                      array(
                        select to_char(day.date, 'YYYY-MM-DD')
                        from
                          shift_series ser
                          join volunteer_activity act on act.id = ser.activity_id
                          and act.status <> 'CANCELLED',
                          lateral (
                            select each::date as date
                            from generate_series(greatest(ser.first_date, $10::date), ser.last_date, interval '1 day') each
                          ) day
                        where
                          ser.id = _r0.id
                          and ser.skips_holidays
                          and not (
                            select
                              coalesce(
                                bool_and(sft.status = 'CANCELLED')
                                and bool_or(
                                  not sft.detached
                                  and not sft.off_calendar
                                ),
                                false
                              )
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date between ser.first_date and ser.last_date
                          )
                          and (day.date + ser.start_time) at time zone 'Asia/Shanghai' > $4::timestamptz
                          and (
                            coalesce(
                              (
                                select
                                  bool_and(
                                    cdy.kind <> 'HOLIDAY'
                                    and coalesce(
                                      cdy.follows_weekday,
                                      extract(
                                        isodow
                                        from day.date
                                      )::smallint
                                    ) = any (ser.weekdays)
                                  )
                                from
                                  school_year syr
                                  join calendar_day cdy on cdy.school_year_id = syr.id
                                  and cdy.date = day.date
                                where
                                  syr.district_id = act.district_id
                                  and day.date between syr.starts_on and syr.ends_on
                              ),
                              extract(
                                isodow
                                from day.date
                              )::smallint = any (ser.weekdays)
                            )
                            and not exists (
                              select 1
                              from school_year syr
                              where
                                syr.district_id = act.district_id
                                and day.date between syr.starts_on and syr.ends_on
                                and exists (
                                  select 1
                                  from term trm
                                  where trm.school_year_id = syr.id
                                )
                                and not exists (
                                  select 1
                                  from term trm
                                  where
                                    trm.school_year_id = syr.id
                                    and day.date between trm.starts_on and trm.ends_on
                                )
                            )
                          )
                          and not exists (
                            select 1
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date = day.date
                              and not sft.off_calendar
                          )
                        order by 1
                      )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift_series _r0
        where
          (
            _r0.id = any ($11::uuid[])
            and (
              select
                (
                  act.organiser_id = $3::uuid
                  and act.school_id = any ($2::uuid[])
                )
              from volunteer_activity act
              where act.id = _r0.activity_id
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.node (ShiftSeries)
-- _l0: ShiftSeries.shiftsOffCalendar
-- _r1: ShiftSeries.continues
-- _r2: ShiftSeries.activity
-- _r3: VolunteerActivity.district
-- _l1: District.schoolYears
-- _l2: SchoolYear.terms
-- _l3: SchoolYear.calendarDays
-- _l4: ShiftSeries.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || coalesce('"' || _l0."series_date"::text || '"', 'null') || ',' || right(json_build_array(_l0."starts_at"::text)::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift _l0
                    where
                      (
                        _l0."series_id" = _r0.id
                        and _l0.district_id = any ($2::uuid[])
                        and _l0.starts_at > $3::timestamptz
                        and (
                          _l0.status <> 'CANCELLED'
                          and not _l0.detached
                          and exists (
                            select 1
                            from shift_series ser
                            where
                              ser.id = _l0.series_id
                              and ser.skips_holidays
                              and not (
                                coalesce(
                                  (
                                    select
                                      bool_and(
                                        cdy.kind <> 'HOLIDAY'
                                        and coalesce(
                                          cdy.follows_weekday,
                                          extract(
                                            isodow
                                            from _l0.series_date
                                          )::smallint
                                        ) = any (ser.weekdays)
                                      )
                                    from
                                      school_year syr
                                      join calendar_day cdy on cdy.school_year_id = syr.id
                                      and cdy.date = _l0.series_date
                                    where
                                      syr.district_id = _l0.district_id
                                      and _l0.series_date between syr.starts_on and syr.ends_on
                                  ),
                                  extract(
                                    isodow
                                    from _l0.series_date
                                  )::smallint = any (ser.weekdays)
                                )
                                and not exists (
                                  select 1
                                  from school_year syr
                                  where
                                    syr.district_id = _l0.district_id
                                    and _l0.series_date between syr.starts_on and syr.ends_on
                                    and exists (
                                      select 1
                                      from term trm
                                      where trm.school_year_id = syr.id
                                    )
                                    and not exists (
                                      select 1
                                      from term trm
                                      where
                                        trm.school_year_id = syr.id
                                        and _l0.series_date between trm.starts_on and trm.ends_on
                                    )
                                )
                              )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."starts_at" asc,
                      _l0."id" asc
                    limit ($4::int + 1)
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."last_date"::text || '"]'
                from shift_series _r1
                where
                  (
                    _r1.id = _r0."continues_id"
                    and (
                      select act.district_id = any ($2::uuid[])
                      from volunteer_activity act
                      where act.id = _r1.activity_id
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."starts_on"::text || '","' || _l2."ends_on"::text || '"]',
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l2.*
                                        from term _l2
                                        where
                                          (
                                            _l2."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l2."starts_on" asc,
                                          _l2."id" asc
                                        limit $5::int
                                      ) _l2
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l3."id"::text || '","' || _l3."date"::text || '","' || _l3."kind"::text || '",' || coalesce(_l3."follows_weekday"::text, 'null') || ',' || right(json_build_array(_l3."name")::text, -1),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l3.*
                                        from calendar_day _l3
                                        where
                                          (
                                            _l3."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l3."date" asc,
                                          _l3."id" asc
                                        limit $6::int
                                      ) _l3
                                  ),
                                  'null'
                                ) || ',' || ('"' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1)),
                                ','
                              ) || ']'
                            from
                              (
                                select _l1.*
                                from school_year _l1
                                where
                                  (
                                    _l1."district_id" = _r3.id
                                    and true
                                  )
                                order by
                                  _l1."starts_on" desc,
                                  _l1."id" desc
                                limit $7::int
                              ) _l1
                          ),
                          'null'
                        ) || ',' || ('"' || _r3."id"::text || '"]')
                      from district _r3
                      where _r3.id = _r2."district_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and _r2.district_id = any ($2::uuid[])
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."status"::text || '","' || _l4."starts_at"::text || '","' || _l4."ends_at"::text || '",' || coalesce('"' || _l4."series_date"::text || '"', 'null') || ',' || _l4."detached"::text || ']',
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from shift _l4
                    where
                      (
                        _l4."series_id" = _r0.id
                        and _l4.district_id = any ($2::uuid[])
                        and true
                      )
                    order by
                      _l4."starts_at" asc,
                      _l4."id" asc
                    limit ($8::int + 1)
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."start_time"::text || '","' || _r0."end_time"::text || '","' || _r0."first_date"::text || '","' || _r0."last_date"::text || '",' || _r0."skips_holidays"::text || ',' || _r0."signup_opens_days_before"::text || ',' || _r0."signup_closes_minutes_before"::text || ',' || _r0."cancel_until_minutes_before"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."weekdays",
                  _r0."place",
                  _r0."roles",
                  (
                    select
                      array(
                        select to_char(day.date, 'YYYY-MM-DD')
                        from
                          shift_series ser
                          join volunteer_activity act on act.id = ser.activity_id
                          and act.status <> 'CANCELLED',
                          lateral (
                            select each::date as date
                            from generate_series(greatest(ser.first_date, $9::date), ser.last_date, interval '1 day') each
                          ) day
                        where
                          ser.id = _r0.id
                          and ser.skips_holidays
                          and not (
                            select
                              coalesce(
                                bool_and(sft.status = 'CANCELLED')
                                and bool_or(
                                  not sft.detached
                                  and not sft.off_calendar
                                ),
                                false
                              )
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date between ser.first_date and ser.last_date
                          )
                          and (day.date + ser.start_time) at time zone 'Asia/Shanghai' > $3::timestamptz
                          and (
                            coalesce(
                              (
                                select
                                  bool_and(
                                    cdy.kind <> 'HOLIDAY'
                                    and coalesce(
                                      cdy.follows_weekday,
                                      extract(
                                        isodow
                                        from day.date
                                      )::smallint
                                    ) = any (ser.weekdays)
                                  )
                                from
                                  school_year syr
                                  join calendar_day cdy on cdy.school_year_id = syr.id
                                  and cdy.date = day.date
                                where
                                  syr.district_id = act.district_id
                                  and day.date between syr.starts_on and syr.ends_on
                              ),
                              extract(
                                isodow
                                from day.date
                              )::smallint = any (ser.weekdays)
                            )
                            and not exists (
                              select 1
                              from school_year syr
                              where
                                syr.district_id = act.district_id
                                and day.date between syr.starts_on and syr.ends_on
                                and exists (
                                  select 1
                                  from term trm
                                  where trm.school_year_id = syr.id
                                )
                                and not exists (
                                  select 1
                                  from term trm
                                  where
                                    trm.school_year_id = syr.id
                                    and day.date between trm.starts_on and trm.ends_on
                                )
                            )
                          )
                          and not exists (
                            select 1
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date = day.date
                              and not sft.off_calendar
                          )
                        order by 1
                      )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift_series _r0
        where
          (
            _r0.id = any ($10::uuid[])
            and (
              select act.district_id = any ($2::uuid[])
              from volunteer_activity act
              where act.id = _r0.activity_id
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.node (ShiftSeries)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from shift_series _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.node (ShiftSeries)
-- _l0: ShiftSeries.shiftsOffCalendar
-- _r1: ShiftSeries.continues
-- _r2: ShiftSeries.activity
-- _r3: VolunteerActivity.district
-- _l1: District.schoolYears
-- _l2: SchoolYear.terms
-- _l3: SchoolYear.calendarDays
-- _l4: ShiftSeries.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || coalesce('"' || _l0."series_date"::text || '"', 'null') || ',' || right(json_build_array(_l0."starts_at"::text)::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift _l0
                    where
                      (
                        _l0."series_id" = _r0.id
                        and (
                          (
                            _l0.published_at is not null
                            and (
                              _l0.school_id = any ($2::uuid[])
                              or (
                                _l0.school_id is null
                                and _l0.district_id = any ($3::uuid[])
                              )
                            )
                          )
                          or (
                            _l0.school_id = any ($4::uuid[])
                            and (
                              _l0.published_at is not null
                              or (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = _l0.activity_id
                              )
                            )
                          )
                        )
                        and _l0.starts_at > $6::timestamptz
                        and (
                          _l0.status <> 'CANCELLED'
                          and not _l0.detached
                          and exists (
                            select 1
                            from shift_series ser
                            where
                              ser.id = _l0.series_id
                              and ser.skips_holidays
                              and not (
                                coalesce(
                                  (
                                    select
                                      bool_and(
                                        cdy.kind <> 'HOLIDAY'
                                        and coalesce(
                                          cdy.follows_weekday,
                                          extract(
                                            isodow
                                            from _l0.series_date
                                          )::smallint
                                        ) = any (ser.weekdays)
                                      )
                                    from
                                      school_year syr
                                      join calendar_day cdy on cdy.school_year_id = syr.id
                                      and cdy.date = _l0.series_date
                                    where
                                      syr.district_id = _l0.district_id
                                      and _l0.series_date between syr.starts_on and syr.ends_on
                                  ),
                                  extract(
                                    isodow
                                    from _l0.series_date
                                  )::smallint = any (ser.weekdays)
                                )
                                and not exists (
                                  select 1
                                  from school_year syr
                                  where
                                    syr.district_id = _l0.district_id
                                    and _l0.series_date between syr.starts_on and syr.ends_on
                                    and exists (
                                      select 1
                                      from term trm
                                      where trm.school_year_id = syr.id
                                    )
                                    and not exists (
                                      select 1
                                      from term trm
                                      where
                                        trm.school_year_id = syr.id
                                        and _l0.series_date between trm.starts_on and trm.ends_on
                                    )
                                )
                              )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."starts_at" asc,
                      _l0."id" asc
                    limit ($7::int + 1)
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."last_date"::text || '"]'
                from shift_series _r1
                where
                  (
                    _r1.id = _r0."continues_id"
                    and (
                      select
                        (
                          act.organiser_id = $5::uuid
                          and act.school_id = any ($4::uuid[])
                        )
                      from volunteer_activity act
                      where act.id = _r1.activity_id
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."starts_on"::text || '","' || _l2."ends_on"::text || '"]',
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l2.*
                                        from term _l2
                                        where
                                          (
                                            _l2."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l2."starts_on" asc,
                                          _l2."id" asc
                                        limit $8::int
                                      ) _l2
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l3."id"::text || '","' || _l3."date"::text || '","' || _l3."kind"::text || '",' || coalesce(_l3."follows_weekday"::text, 'null') || ',' || right(json_build_array(_l3."name")::text, -1),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l3.*
                                        from calendar_day _l3
                                        where
                                          (
                                            _l3."school_year_id" = _l1.id
                                            and true
                                          )
                                        order by
                                          _l3."date" asc,
                                          _l3."id" asc
                                        limit $9::int
                                      ) _l3
                                  ),
                                  'null'
                                ) || ',' || ('"' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1)),
                                ','
                              ) || ']'
                            from
                              (
                                select _l1.*
                                from school_year _l1
                                where
                                  (
                                    _l1."district_id" = _r3.id
                                    and true
                                  )
                                order by
                                  _l1."starts_on" desc,
                                  _l1."id" desc
                                limit $10::int
                              ) _l1
                          ),
                          'null'
                        ) || ',' || ('"' || _r3."id"::text || '"]')
                      from district _r3
                      where _r3.id = _r2."district_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      (
                        _r2.published_at is not null
                        and (
                          _r2.school_id = any ($2::uuid[])
                          or (
                            _r2.school_id is null
                            and _r2.district_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r2.school_id = any ($4::uuid[])
                        and (
                          _r2.published_at is not null
                          or _r2.organiser_id = $5::uuid
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."status"::text || '","' || _l4."starts_at"::text || '","' || _l4."ends_at"::text || '",' || coalesce('"' || _l4."series_date"::text || '"', 'null') || ',' || _l4."detached"::text || ']',
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from shift _l4
                    where
                      (
                        _l4."series_id" = _r0.id
                        and (
                          (
                            _l4.published_at is not null
                            and (
                              _l4.school_id = any ($2::uuid[])
                              or (
                                _l4.school_id is null
                                and _l4.district_id = any ($3::uuid[])
                              )
                            )
                          )
                          or (
                            _l4.school_id = any ($4::uuid[])
                            and (
                              _l4.published_at is not null
                              or (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = _l4.activity_id
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."starts_at" asc,
                      _l4."id" asc
                    limit ($11::int + 1)
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."start_time"::text || '","' || _r0."end_time"::text || '","' || _r0."first_date"::text || '","' || _r0."last_date"::text || '",' || _r0."skips_holidays"::text || ',' || _r0."signup_opens_days_before"::text || ',' || _r0."signup_closes_minutes_before"::text || ',' || _r0."cancel_until_minutes_before"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."weekdays",
                  _r0."place",
                  _r0."roles",
                  (
                    select
                      array(
                        select to_char(day.date, 'YYYY-MM-DD')
                        from
                          shift_series ser
                          join volunteer_activity act on act.id = ser.activity_id
                          and act.status <> 'CANCELLED',
                          lateral (
                            select each::date as date
                            from generate_series(greatest(ser.first_date, $12::date), ser.last_date, interval '1 day') each
                          ) day
                        where
                          ser.id = _r0.id
                          and ser.skips_holidays
                          and not (
                            select
                              coalesce(
                                bool_and(sft.status = 'CANCELLED')
                                and bool_or(
                                  not sft.detached
                                  and not sft.off_calendar
                                ),
                                false
                              )
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date between ser.first_date and ser.last_date
                          )
                          and (day.date + ser.start_time) at time zone 'Asia/Shanghai' > $6::timestamptz
                          and (
                            coalesce(
                              (
                                select
                                  bool_and(
                                    cdy.kind <> 'HOLIDAY'
                                    and coalesce(
                                      cdy.follows_weekday,
                                      extract(
                                        isodow
                                        from day.date
                                      )::smallint
                                    ) = any (ser.weekdays)
                                  )
                                from
                                  school_year syr
                                  join calendar_day cdy on cdy.school_year_id = syr.id
                                  and cdy.date = day.date
                                where
                                  syr.district_id = act.district_id
                                  and day.date between syr.starts_on and syr.ends_on
                              ),
                              extract(
                                isodow
                                from day.date
                              )::smallint = any (ser.weekdays)
                            )
                            and not exists (
                              select 1
                              from school_year syr
                              where
                                syr.district_id = act.district_id
                                and day.date between syr.starts_on and syr.ends_on
                                and exists (
                                  select 1
                                  from term trm
                                  where trm.school_year_id = syr.id
                                )
                                and not exists (
                                  select 1
                                  from term trm
                                  where
                                    trm.school_year_id = syr.id
                                    and day.date between trm.starts_on and trm.ends_on
                                )
                            )
                          )
                          and not exists (
                            select 1
                            from shift sft
                            where
                              sft.series_id = ser.id
                              and sft.series_date = day.date
                              and not sft.off_calendar
                          )
                        order by 1
                      )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift_series _r0
        where
          (
            _r0.id = any ($13::uuid[])
            and (
              select
                (
                  act.organiser_id = $5::uuid
                  and act.school_id = any ($4::uuid[])
                )
              from volunteer_activity act
              where act.id = _r0.activity_id
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
