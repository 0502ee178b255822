-- VolunteerBoard, asked as parent: answered by statement
-- Not by statement for signed in (as lecturer) (refused)

-- the whole query, for guardian (as parent)
-- _l0: Query.upcomingShifts
-- _r0: Shift.activity
-- _l1: Shift.roles
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '","' || _r0."kind"::text || '",' || right(json_build_array(_r0."title")::text, -1)
                from volunteer_activity _r0
                where
                  (
                    _r0.id = _l0."activity_id"
                    and (
                      _r0.published_at is not null
                      and (
                        _r0.school_id = any ($2::uuid[])
                        or (
                          _r0.school_id is null
                          and _r0.district_id = any ($3::uuid[])
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
                    '["' || _l1."id"::text || '",' || _l1."capacity"::text || ',' || _l1."places_taken"::text || ',' || _l1."approval_required"::text || ',' || right(
                      json_build_array(
                        _l1."name",
                        (false),
                        (
                          select
                            json_build_array(
                              _l0._v0,
                              _l1.capacity,
                              _l1.places_taken + case
                                when _l1.approval_required
                                and exists (
                                  select 1
                                  from waitlist_entry wle
                                  where
                                    wle.role_id = _l1.id
                                    and wle.status = 'WAITING'
                                ) then (
                                  select count(*)
                                  from signup sgn
                                  where
                                    sgn.role_id = _l1.id
                                    and sgn.status = 'PENDING'
                                )
                                else 0
                              end,
                              (
                                _l1.qualification is null
                                or exists (
                                  select 1
                                  from volunteer_qualification qual
                                  where
                                    qual.person_id = $4::uuid
                                    and qual.name = _l1.qualification
                                    and qual.district_id = _l0.district_id
                                    and qual.revoked_at is null
                                    and $5::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                )
                              )
                            )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_role _l1
                    where
                      (
                        _l1."shift_id" = _l0.id
                        and true
                      )
                    order by
                      _l1."ordinal" asc,
                      _l1."id" asc
                    limit $6::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '","' || _l0."signup_opens_at"::text || '","' || _l0."signup_closes_at"::text || '",' || right(json_build_array(_l0."place")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n,
            (
              select
                json_build_array(
                  _l0.status = 'SCHEDULED',
                  _l0.signup_opens_at,
                  case
                    when act.kind = 'PARENT_LECTURE'
                    and exists (
                      select 1
                      from parent_lecture plc
                      where plc.shift_id = _l0.id
                    ) then _l0.published_at
                    else _l0.signup_closes_at
                  end,
                  _l0.starts_at,
                  exists (
                    select 1
                    from signup sgn
                    where
                      sgn.person_id = $4::uuid
                      and sgn.shift_id = _l0.id
                      and sgn.status in ('PENDING', 'CONFIRMED')
                  ),
                  exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = act.audience_id
                      and t.key = any ($8::text[])
                  ),
                  (
                    select max(sus.ends_at)
                    from volunteer_suspension sus
                    where
                      sus.person_id = $4::uuid
                      and sus.district_id = _l0.district_id
                      and (
                        sus.school_id is null
                        or sus.school_id = _l0.school_id
                      )
                      and sus.lifted_at is null
                      and sus.starts_at <= $9::timestamptz
                  ),
                  coalesce(
                    tstzrange (_l0.starts_at, _l0.ends_at) && (
                      select range_agg(eng.during)
                      from engagement eng
                      where
                        eng.subject = $4::uuid
                        and eng.status = 'ACTIVE'
                    ),
                    false
                  )
                )
              from volunteer_activity act
              where act.id = _l0.activity_id
            ) as _v0
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($2::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from shift _l0
                      where
                        (
                          _l0."school_id" = _key.id
                          and coalesce(
                            (
                              _l0.published_at is not null
                              and (
                                _l0.school_id = any ($2::uuid[])
                                or (
                                  _l0.school_id is null
                                  and _l0.district_id = any ($3::uuid[])
                                )
                              )
                            ),
                            false
                          )
                          and _l0.starts_at >= $9::timestamptz
                          and _l0.status = 'SCHEDULED'
                          and true
                        )
                        and _l0."starts_at" <= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $2::uuid[] as ids,
                                  (($7::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                                where cardinality($2::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from shift _l0
                                where
                                  (
                                    _l0."school_id" = _key.id
                                    and coalesce(
                                      (
                                        _l0.published_at is not null
                                        and (
                                          _l0.school_id = any ($2::uuid[])
                                          or (
                                            _l0.school_id is null
                                            and _l0.district_id = any ($3::uuid[])
                                          )
                                        )
                                      ),
                                      false
                                    )
                                    and _l0.starts_at >= $9::timestamptz
                                    and _l0.status = 'SCHEDULED'
                                    and true
                                  )
                                order by
                                  _l0."starts_at" asc,
                                  _l0."id" asc
                                limit _share.size
                              ) _first
                            order by _first.value asc
                            offset
                              ($7::int + 1) - 1
                            limit 1
                          ),
                          'infinity'
                        )
                      order by
                        _l0."starts_at" asc,
                        _l0."id" asc
                      limit ($7::int + 1)
                    ) _found
                  union all
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($3::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from shift _l0
                      where
                        (
                          _l0."district_id" = _key.id
                          and _l0.school_id is null
                          and _l0."school_id" = any ($2::uuid[]) is not true
                          and coalesce(
                            (
                              _l0.published_at is not null
                              and (
                                _l0.school_id = any ($2::uuid[])
                                or (
                                  _l0.school_id is null
                                  and _l0.district_id = any ($3::uuid[])
                                )
                              )
                            ),
                            false
                          )
                          and _l0.starts_at >= $9::timestamptz
                          and _l0.status = 'SCHEDULED'
                          and true
                        )
                        and _l0."starts_at" <= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $3::uuid[] as ids,
                                  (($7::int + 1) + cardinality($3::uuid[]) - 1) / cardinality($3::uuid[]) as size
                                where cardinality($3::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from shift _l0
                                where
                                  (
                                    _l0."district_id" = _key.id
                                    and _l0.school_id is null
                                    and _l0."school_id" = any ($2::uuid[]) is not true
                                    and coalesce(
                                      (
                                        _l0.published_at is not null
                                        and (
                                          _l0.school_id = any ($2::uuid[])
                                          or (
                                            _l0.school_id is null
                                            and _l0.district_id = any ($3::uuid[])
                                          )
                                        )
                                      ),
                                      false
                                    )
                                    and _l0.starts_at >= $9::timestamptz
                                    and _l0.status = 'SCHEDULED'
                                    and true
                                  )
                                order by
                                  _l0."starts_at" asc,
                                  _l0."id" asc
                                limit _share.size
                              ) _first
                            order by _first.value asc
                            offset
                              ($7::int + 1) - 1
                            limit 1
                          ),
                          'infinity'
                        )
                      order by
                        _l0."starts_at" asc,
                        _l0."id" asc
                      limit ($7::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."starts_at" asc,
                _l0."id" asc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.upcomingShifts
-- _r0: Shift.activity
-- _l1: Shift.roles
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '","' || _r0."kind"::text || '",' || right(json_build_array(_r0."title")::text, -1)
                from volunteer_activity _r0
                where
                  (
                    _r0.id = _l0."activity_id"
                    and (
                      (
                        _r0.published_at is not null
                        and (
                          _r0.school_id = any ($2::uuid[])
                          or (
                            _r0.school_id is null
                            and _r0.district_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r0.school_id = any ($4::uuid[])
                        and (
                          _r0.published_at is not null
                          or _r0.organiser_id = $5::uuid
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
                    '["' || _l1."id"::text || '",' || _l1."capacity"::text || ',' || _l1."places_taken"::text || ',' || _l1."approval_required"::text || ',' || right(
                      json_build_array(
                        _l1."name",
                        (false),
                        (
                          select
                            json_build_array(
                              _l0._v0,
                              _l1.capacity,
                              _l1.places_taken + case
                                when _l1.approval_required
                                and exists (
                                  select 1
                                  from waitlist_entry wle
                                  where
                                    wle.role_id = _l1.id
                                    and wle.status = 'WAITING'
                                ) then (
                                  select count(*)
                                  from signup sgn
                                  where
                                    sgn.role_id = _l1.id
                                    and sgn.status = 'PENDING'
                                )
                                else 0
                              end,
                              (
                                _l1.qualification is null
                                or exists (
                                  select 1
                                  from volunteer_qualification qual
                                  where
                                    qual.person_id = $6::uuid
                                    and qual.name = _l1.qualification
                                    and qual.district_id = _l0.district_id
                                    and qual.revoked_at is null
                                    and $7::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                )
                              )
                            )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_role _l1
                    where
                      (
                        _l1."shift_id" = _l0.id
                        and true
                      )
                    order by
                      _l1."ordinal" asc,
                      _l1."id" asc
                    limit $8::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '","' || _l0."signup_opens_at"::text || '","' || _l0."signup_closes_at"::text || '",' || right(json_build_array(_l0."place")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $9::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $9::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n,
            (
              select
                json_build_array(
                  _l0.status = 'SCHEDULED',
                  _l0.signup_opens_at,
                  case
                    when act.kind = 'PARENT_LECTURE'
                    and exists (
                      select 1
                      from parent_lecture plc
                      where plc.shift_id = _l0.id
                    ) then _l0.published_at
                    else _l0.signup_closes_at
                  end,
                  _l0.starts_at,
                  exists (
                    select 1
                    from signup sgn
                    where
                      sgn.person_id = $6::uuid
                      and sgn.shift_id = _l0.id
                      and sgn.status in ('PENDING', 'CONFIRMED')
                  ),
                  exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = act.audience_id
                      and t.key = any ($10::text[])
                  ),
                  (
                    select max(sus.ends_at)
                    from volunteer_suspension sus
                    where
                      sus.person_id = $6::uuid
                      and sus.district_id = _l0.district_id
                      and (
                        sus.school_id is null
                        or sus.school_id = _l0.school_id
                      )
                      and sus.lifted_at is null
                      and sus.starts_at <= $11::timestamptz
                  ),
                  coalesce(
                    tstzrange (_l0.starts_at, _l0.ends_at) && (
                      select range_agg(eng.during)
                      from engagement eng
                      where
                        eng.subject = $6::uuid
                        and eng.status = 'ACTIVE'
                    ),
                    false
                  )
                )
              from volunteer_activity act
              where act.id = _l0.activity_id
            ) as _v0
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($4::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from shift _l0
                      where
                        (
                          _l0."school_id" = _key.id
                          and coalesce(
                            (
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
                            ),
                            false
                          )
                          and _l0.starts_at >= $11::timestamptz
                          and _l0.status = 'SCHEDULED'
                          and true
                        )
                        and _l0."starts_at" <= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $4::uuid[] as ids,
                                  (($9::int + 1) + cardinality($4::uuid[]) - 1) / cardinality($4::uuid[]) as size
                                where cardinality($4::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from shift _l0
                                where
                                  (
                                    _l0."school_id" = _key.id
                                    and coalesce(
                                      (
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
                                      ),
                                      false
                                    )
                                    and _l0.starts_at >= $11::timestamptz
                                    and _l0.status = 'SCHEDULED'
                                    and true
                                  )
                                order by
                                  _l0."starts_at" asc,
                                  _l0."id" asc
                                limit _share.size
                              ) _first
                            order by _first.value asc
                            offset
                              ($9::int + 1) - 1
                            limit 1
                          ),
                          'infinity'
                        )
                      order by
                        _l0."starts_at" asc,
                        _l0."id" asc
                      limit ($9::int + 1)
                    ) _found
                  union all
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($2::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from shift _l0
                      where
                        (
                          _l0."school_id" = _key.id
                          and _l0."school_id" = any ($4::uuid[]) is not true
                          and coalesce(
                            (
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
                            ),
                            false
                          )
                          and _l0.starts_at >= $11::timestamptz
                          and _l0.status = 'SCHEDULED'
                          and true
                        )
                        and _l0."starts_at" <= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $2::uuid[] as ids,
                                  (($9::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                                where cardinality($2::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from shift _l0
                                where
                                  (
                                    _l0."school_id" = _key.id
                                    and _l0."school_id" = any ($4::uuid[]) is not true
                                    and coalesce(
                                      (
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
                                      ),
                                      false
                                    )
                                    and _l0.starts_at >= $11::timestamptz
                                    and _l0.status = 'SCHEDULED'
                                    and true
                                  )
                                order by
                                  _l0."starts_at" asc,
                                  _l0."id" asc
                                limit _share.size
                              ) _first
                            order by _first.value asc
                            offset
                              ($9::int + 1) - 1
                            limit 1
                          ),
                          'infinity'
                        )
                      order by
                        _l0."starts_at" asc,
                        _l0."id" asc
                      limit ($9::int + 1)
                    ) _found
                  union all
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($3::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from shift _l0
                      where
                        (
                          _l0."district_id" = _key.id
                          and _l0.school_id is null
                          and _l0."school_id" = any ($4::uuid[]) is not true
                          and _l0."school_id" = any ($2::uuid[]) is not true
                          and coalesce(
                            (
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
                            ),
                            false
                          )
                          and _l0.starts_at >= $11::timestamptz
                          and _l0.status = 'SCHEDULED'
                          and true
                        )
                        and _l0."starts_at" <= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $3::uuid[] as ids,
                                  (($9::int + 1) + cardinality($3::uuid[]) - 1) / cardinality($3::uuid[]) as size
                                where cardinality($3::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from shift _l0
                                where
                                  (
                                    _l0."district_id" = _key.id
                                    and _l0.school_id is null
                                    and _l0."school_id" = any ($4::uuid[]) is not true
                                    and _l0."school_id" = any ($2::uuid[]) is not true
                                    and coalesce(
                                      (
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
                                      ),
                                      false
                                    )
                                    and _l0.starts_at >= $11::timestamptz
                                    and _l0.status = 'SCHEDULED'
                                    and true
                                  )
                                order by
                                  _l0."starts_at" asc,
                                  _l0."id" asc
                                limit _share.size
                              ) _first
                            order by _first.value asc
                            offset
                              ($9::int + 1) - 1
                            limit 1
                          ),
                          'infinity'
                        )
                      order by
                        _l0."starts_at" asc,
                        _l0."id" asc
                      limit ($9::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."starts_at" asc,
                _l0."id" asc
              limit ($9::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
