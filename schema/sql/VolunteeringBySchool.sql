-- VolunteeringBySchool, asked as analyst: answered by statement

-- the whole query, for analyst (as analyst)
-- _l0: Query.schools
-- _l1: School.volunteerActivities
-- _l2: School.shifts
-- _r0: Shift.signupCount
-- _r1: Shift.activity
-- _l3: Shift.roles
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
                select (count(*)::int)::text
                from volunteer_activity _l1
                where
                  (
                    _l1."school_id" = _l0.id
                    and (
                      _l1.published_at is not null
                      and _l0.district_id = any ($2::uuid[])
                    )
                    and true
                  )
              ),
              'null'
            ) || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _l2.published_at is not null
                                  and _l2.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              when (
                                (count(*)) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select
                                        coalesce(
                                          sum(
                                            (
                                              select
                                                case
                                                  when (_w1.n) between 1 and 4 then 0
                                                  else _w1.n
                                                end
                                              from
                                                (
                                                  select
                                                    (
                                                      select count(*)
                                                      from signup _w2
                                                      where
                                                        (
                                                          _w2."role_id" = _w0.id
                                                          and (
                                                            select
                                                              (
                                                                sft.published_at is not null
                                                                and sft.district_id = any ($2::uuid[])
                                                              )
                                                            from shift sft
                                                            where sft.id = _w2.shift_id
                                                          )
                                                          and _w2.status = 'CONFIRMED'
                                                        )
                                                    ) as n
                                                  offset
                                                    0
                                                ) _w1
                                            )
                                          ),
                                          0
                                        )
                                      from shift_role _w0
                                      where
                                        (
                                          _w0."shift_id" = _l2.id
                                          and exists (
                                            select 1
                                            from shift sft
                                            where
                                              sft.id = _w0.shift_id
                                              and (
                                                sft.published_at is not null
                                                and sft.district_id = any ($2::uuid[])
                                              )
                                          )
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                              ) then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r0
                        where
                          (
                            _r0."shift_id" = _l2.id
                            and (
                              _l2.published_at is not null
                              and _l2.district_id = any ($2::uuid[])
                            )
                            and _r0.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r1."id"::text || '","' || _r1."kind"::text || '"]'
                        from volunteer_activity _r1
                        where
                          (
                            _r1.id = _l2."activity_id"
                            and (
                              _r1.published_at is not null
                              and _r1.district_id = any ($2::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l3."id"::text || '",' || _l3."capacity"::text || ',' || _l3."minimum"::text || ',' || _l3."places_taken"::text || ',' || right(
                              json_build_array(
                                (
                                  (
                                    _l3.places_taken between 1 and 4
                                    or _l3.places_taken - (
                                      select count(*)
                                      from signup plc
                                      where
                                        plc.role_id = _l3.id
                                        and plc.status = 'CONFIRMED'
                                        and true
                                    ) between 1 and 4
                                  )
                                )
                              )::text,
                              -1
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l3.*
                            from shift_role _l3
                            where
                              (
                                _l3."shift_id" = _l2.id
                                and true
                              )
                            order by
                              _l3."ordinal" asc,
                              _l3."id" asc
                            limit $3::int
                          ) _l3
                      ),
                      'null'
                    ) || ',' || ('"' || _l2."id"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '"]'),
                    ','
                  ) || ']'
                from
                  (
                    select _l2.*
                    from shift _l2
                    where
                      (
                        _l2."school_id" = _l0.id
                        and (
                          _l2.published_at is not null
                          and _l0.district_id = any ($2::uuid[])
                        )
                        and (
                          (
                            _l2."starts_at" >= $4
                            and _l2."starts_at" < $5
                          )
                          and _l2."status" = $6
                        )
                      )
                    order by
                      _l2."starts_at" asc,
                      _l2."id" asc
                    limit $7::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from shift _l2
                where
                  (
                    _l2."school_id" = _l0.id
                    and (
                      _l2.published_at is not null
                      and _l0.district_id = any ($2::uuid[])
                    )
                    and (
                      (
                        _l2."starts_at" >= $4
                        and _l2."starts_at" < $5
                      )
                      and _l2."status" = $6
                    )
                  )
              ),
              'null'
            ) || ']' || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."code", _l0."name")::text, -1)),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
