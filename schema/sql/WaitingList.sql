-- WaitingList, asked as school-admin: answered by statement

-- the whole query
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select
        version
      from
        rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '","' || _r1."waitlist_priority"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from
                  volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      (
                        _r1.school_id = any ($2::uuid[])
                        and (
                          _r1.published_at is not null
                          or _r1.organiser_id = $3::uuid
                        )
                      )
                      or _r1.school_id = any ($4::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
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
                                  (
                                    (
                                      _r0.school_id = any ($2::uuid[])
                                      and (
                                        select
                                          act.organiser_id = $3::uuid
                                        from
                                          volunteer_activity act
                                        where
                                          act.id = _r0.activity_id
                                      )
                                    )
                                    or _r0.school_id = any ($4::uuid[])
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and _r0.school_id = any ($2::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from
                          waitlist_entry _r2
                        where
                          (
                            _r2."role_id" = _l0.id
                            and (
                              (
                                (
                                  select
                                    (
                                      (
                                        sft.school_id = any ($2::uuid[])
                                        and (
                                          select
                                            act.organiser_id = $3::uuid
                                          from
                                            volunteer_activity act
                                          where
                                            act.id = sft.activity_id
                                        )
                                      )
                                      or sft.school_id = any ($4::uuid[])
                                    )
                                  from
                                    shift sft
                                  where
                                    sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select
                                        sft.starts_at <= $5::timestamptz
                                      from
                                        shift sft
                                      where
                                        sft.id = _r2.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select
                                            1
                                          from
                                            audience_target t
                                          where
                                            t.audience_id = aud.audience_id
                                            and t.key = any (
                                              array(
                                                select distinct
                                                  aky.key
                                                from
                                                  guardianship gsh
                                                  join class_membership cms on cms.student_id = gsh.student_id
                                                  and cms.status = 'ACTIVE'
                                                  join school_class cls on cls.id = cms.school_class_id
                                                  join grade grd on grd.id = cls.grade_id
                                                  join school sch on sch.id = cls.school_id
                                                  join school_year scy on scy.id = cls.school_year_id
                                                  and $6::date between scy.starts_on and scy.ends_on
                                                  cross join lateral unnest(
                                                    array[
                                                      'class:' || cls.id,
                                                      'school:' || sch.id,
                                                      'school:' || sch.id || ':grade:' || grd.id,
                                                      'school:' || sch.id || ':stage:' || grd.stage,
                                                      'district:' || sch.district_id,
                                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                                    ]
                                                  ) as aky (key)
                                                where
                                                  gsh.guardian_id = _r2.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $6::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $6::date
                                                  )
                                              )
                                            )
                                        )
                                      from
                                        shift ash
                                        join volunteer_activity aud on aud.id = ash.activity_id
                                      where
                                        ash.id = _r2.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select
                                            1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r2.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $6::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $6::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select
                                                1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $6::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from
                                        shift sft
                                      where
                                        sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.published_at is not null
                                      and sft.school_id = any ($2::uuid[])
                                    )
                                  from
                                    shift sft
                                  where
                                    sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select
                                        sft.starts_at <= $5::timestamptz
                                      from
                                        shift sft
                                      where
                                        sft.id = _r2.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select
                                            1
                                          from
                                            audience_target t
                                          where
                                            t.audience_id = aud.audience_id
                                            and t.key = any (
                                              array(
                                                select distinct
                                                  aky.key
                                                from
                                                  guardianship gsh
                                                  join class_membership cms on cms.student_id = gsh.student_id
                                                  and cms.status = 'ACTIVE'
                                                  join school_class cls on cls.id = cms.school_class_id
                                                  join grade grd on grd.id = cls.grade_id
                                                  join school sch on sch.id = cls.school_id
                                                  join school_year scy on scy.id = cls.school_year_id
                                                  and $6::date between scy.starts_on and scy.ends_on
                                                  cross join lateral unnest(
                                                    array[
                                                      'class:' || cls.id,
                                                      'school:' || sch.id,
                                                      'school:' || sch.id || ':grade:' || grd.id,
                                                      'school:' || sch.id || ':stage:' || grd.stage,
                                                      'district:' || sch.district_id,
                                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                                    ]
                                                  ) as aky (key)
                                                where
                                                  gsh.guardian_id = _r2.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $6::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $6::date
                                                  )
                                              )
                                            )
                                        )
                                      from
                                        shift ash
                                        join volunteer_activity aud on aud.id = ash.activity_id
                                      where
                                        ash.id = _r2.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select
                                            1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r2.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $6::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $6::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select
                                                1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $6::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from
                                        shift sft
                                      where
                                        sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _r2.status = 'WAITING'
                              and (
                                _r2.status not in ('WAITING', 'OFFERED')
                                or (
                                  (
                                    select
                                      sft.starts_at <= $5::timestamptz
                                    from
                                      shift sft
                                    where
                                      sft.id = _r2.shift_id
                                  )
                                  or (
                                    select
                                      exists (
                                        select
                                          1
                                        from
                                          audience_target t
                                        where
                                          t.audience_id = aud.audience_id
                                          and t.key = any (
                                            array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $6::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _r2.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $6::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $6::date
                                                )
                                            )
                                          )
                                      )
                                    from
                                      shift ash
                                      join volunteer_activity aud on aud.id = ash.activity_id
                                    where
                                      ash.id = _r2.shift_id
                                  )
                                  or (
                                    select
                                      exists (
                                        select
                                          1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r2.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $6::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $6::date
                                          )
                                          and (
                                            sch.id = sft.school_id
                                            or sft.school_id is null
                                            and sch.district_id = sft.district_id
                                          )
                                          and not exists (
                                            select
                                              1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $6::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    from
                                      shift sft
                                    where
                                      sft.id = _r2.shift_id
                                  )
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
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r3."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select
                                          json_build_array(p.name, p.phone)
                                        from
                                          person p
                                        where
                                          p.id = _r3.person_id
                                      ),
                                      (
                                        select
                                          coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select
                                              stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r3.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($4::uuid[])
                                                or exists (
                                                  select
                                                    1
                                                  from
                                                    class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($7::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from
                                  guardian _r3
                                where
                                  (
                                    _r3.id = _l1."guardian_id"
                                    and exists (
                                      select
                                        1
                                      from
                                        guardianship g
                                        join student s on s.id = g.student_id
                                      where
                                        g.guardian_id = _r3.id
                                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                        and s.school_id = any ($4::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '[' || string_agg('["' || _l2."id"::text || '","' || _l2."skipped_at"::text || '","' || _l2."reason"::text || '"]', ',') || ']'
                                from
                                  (
                                    select
                                      _l2.*
                                    from
                                      waitlist_skip _l2
                                    where
                                      (
                                        _l2."entry_id" = _l1.id
                                        and true
                                      )
                                    order by
                                      _l2."skipped_at" desc,
                                      _l2."id" desc
                                    limit
                                      $8::int
                                  ) _l2
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."status"::text || '",' || _l1."priority"::text || ',"' || _l1."joined_at"::text || '",' || coalesce('"' || _l1."offer_expires_at"::text || '"', 'null') || ',' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l1.status = 'WAITING' then (
                                        select
                                          count(*)::int
                                        from
                                          waitlist_entry bef
                                        where
                                          bef.role_id = _l1.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l1.priority, _l1.joined_at, _l1.sequence)
                                      )
                                    end
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select
                              _l1.*
                            from
                              waitlist_entry _l1
                            where
                              (
                                _l1."role_id" = _l0.id
                                and (
                                  (
                                    select
                                      (
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          and (
                                            select
                                              act.organiser_id = $3::uuid
                                            from
                                              volunteer_activity act
                                            where
                                              act.id = sft.activity_id
                                          )
                                        )
                                        or sft.school_id = any ($4::uuid[])
                                      )
                                    from
                                      shift sft
                                    where
                                      sft.id = _l1.shift_id
                                  )
                                  and (
                                    _l1.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select
                                          sft.starts_at <= $5::timestamptz
                                        from
                                          shift sft
                                        where
                                          sft.id = _l1.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select
                                              1
                                            from
                                              audience_target t
                                            where
                                              t.audience_id = aud.audience_id
                                              and t.key = any (
                                                array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $6::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l1.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $6::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $6::date
                                                    )
                                                )
                                              )
                                          )
                                        from
                                          shift ash
                                          join volunteer_activity aud on aud.id = ash.activity_id
                                        where
                                          ash.id = _l1.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select
                                              1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _l1.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $6::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $6::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select
                                                  1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $6::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from
                                          shift sft
                                        where
                                          sft.id = _l1.shift_id
                                      )
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."priority" asc,
                              _l1."joined_at" asc,
                              _l1."sequence" asc,
                              _l1."id" asc
                            limit
                              $9::int
                          ) _l1
                      ),
                      case
                        when (
                          (
                            (
                              _r0.school_id = any ($2::uuid[])
                              and (
                                select
                                  act.organiser_id = $3::uuid
                                from
                                  volunteer_activity act
                                where
                                  act.id = _r0.activity_id
                              )
                            )
                            or _r0.school_id = any ($4::uuid[])
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || right(json_build_array(_l0."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select
                      _l0.*
                    from
                      shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit
                      $10::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r4."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  json_build_array(p.name, p.phone)
                                from
                                  person p
                                where
                                  p.id = _r4.person_id
                              ),
                              (
                                select
                                  coalesce(json_agg(pupil.id), '[]')
                                from
                                  (
                                    select
                                      stu.id
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                    where
                                      tie.guardian_id = _r4.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($4::uuid[])
                                        or exists (
                                          select
                                            1
                                          from
                                            class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($7::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from
                          guardian _r4
                        where
                          (
                            _r4.id = (
                              select
                                sgn.guardian_id
                              from
                                signup sgn
                              where
                                sgn.id = _l3.signup_id
                            )
                            and exists (
                              select
                                1
                              from
                                guardianship g
                                join student s on s.id = g.student_id
                              where
                                g.guardian_id = _r4.id
                                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                and s.school_id = any ($4::uuid[])
                            )
                          )
                        limit
                          1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r5."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  json_build_array(p.name, p.phone)
                                from
                                  person p
                                where
                                  p.id = _r5.person_id
                              ),
                              (
                                select
                                  coalesce(json_agg(pupil.id), '[]')
                                from
                                  (
                                    select
                                      stu.id
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                    where
                                      tie.guardian_id = _r5.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($4::uuid[])
                                        or exists (
                                          select
                                            1
                                          from
                                            class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($7::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from
                          guardian _r5
                        where
                          (
                            _r5.id = _l3."to_id"
                            and exists (
                              select
                                1
                              from
                                guardianship g
                                join student s on s.id = g.student_id
                              where
                                g.guardian_id = _r5.id
                                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                and s.school_id = any ($4::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l3."id"::text || '","' || _l3."way"::text || '","' || _l3."status"::text || '","' || _l3."offered_at"::text || '",' || right(
                        json_build_array(
                          (
                            select
                              per.name
                            from
                              person per
                            where
                              per.id = (
                                select
                                  sgn.person_id
                                from
                                  signup sgn
                                where
                                  sgn.id = _l3.signup_id
                              )
                          ),
                          (
                            (
                              (
                                _r0.school_id = any ($2::uuid[])
                                and (
                                  select
                                    act.organiser_id = $3::uuid
                                  from
                                    volunteer_activity act
                                  where
                                    act.id = _r0.activity_id
                                )
                              )
                              or _r0.school_id = any ($4::uuid[])
                            )
                          ),
                          (
                            select
                              per.name
                            from
                              person per
                            where
                              per.id = _l3.to_person_id
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select
                      _l3.*
                    from
                      stand_in _l3
                    where
                      (
                        _l3."shift_id" = _r0.id
                        and (
                          (
                            (
                              _r0.school_id = any ($2::uuid[])
                              and (
                                select
                                  act.organiser_id = $3::uuid
                                from
                                  volunteer_activity act
                                where
                                  act.id = _r0.activity_id
                              )
                            )
                            or _r0.school_id = any ($4::uuid[])
                          )
                          and (
                            _l3.status not in ('OFFERED', 'PENDING')
                            or (
                              (
                                select
                                  (
                                    sgn.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select
                                          sft.starts_at <= $5::timestamptz
                                        from
                                          shift sft
                                        where
                                          sft.id = sgn.shift_id
                                      )
                                      or exists (
                                        select
                                          1
                                        from
                                          engagement res
                                        where
                                          res.source_id = sgn.id
                                          and res.kind = 'SHIFT_SIGNUP'
                                          and res.status = 'ACTIVE'
                                          and (
                                            res.rests_on is null
                                            or res.rests_on && array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $6::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = sgn.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $6::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $6::date
                                                )
                                            )
                                          )
                                      )
                                      or (
                                        select
                                          exists (
                                            select
                                              1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = sgn.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $6::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $6::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select
                                                  1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $6::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from
                                          shift sft
                                        where
                                          sft.id = sgn.shift_id
                                      )
                                    )
                                    or exists (
                                      select
                                        1
                                      from
                                        attendance att
                                      where
                                        att.signup_id = sgn.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                from
                                  signup sgn
                                where
                                  sgn.id = _l3.signup_id
                              )
                              and (
                                (
                                  _l3.to_id is null
                                  or _l3.way = 'CODE'
                                  and _l3.status = 'OFFERED'
                                )
                                or (
                                  _r0.starts_at <= $5::timestamptz
                                  or (
                                    select
                                      exists (
                                        select
                                          1
                                        from
                                          audience_target t
                                        where
                                          t.audience_id = aud.audience_id
                                          and t.key = any (
                                            array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $6::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _l3.to_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $6::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $6::date
                                                )
                                            )
                                          )
                                      )
                                    from
                                      shift ash
                                      join volunteer_activity aud on aud.id = ash.activity_id
                                    where
                                      ash.id = _l3.shift_id
                                  )
                                  or exists (
                                    select
                                      1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _l3.to_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $6::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $6::date
                                      )
                                      and (
                                        sch.id = _r0.school_id
                                        or _r0.school_id is null
                                        and sch.district_id = _r0.district_id
                                      )
                                      and not exists (
                                        select
                                          1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $6::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."offered_at" desc,
                      _l3."id" desc
                    limit
                      $11::int
                  ) _l3
              ),
              case
                when (
                  (
                    (
                      _r0.school_id = any ($2::uuid[])
                      and (
                        select
                          act.organiser_id = $3::uuid
                        from
                          volunteer_activity act
                        where
                          act.id = _r0.activity_id
                      )
                    )
                    or _r0.school_id = any ($4::uuid[])
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."starts_at"::text || '"]'),
            ','
          ) || ']'
        from
          shift _r0
        where
          (
            _r0.id = any ($12::uuid[])
            and (
              (
                _r0.school_id = any ($2::uuid[])
                and (
                  _r0.published_at is not null
                  or (
                    select
                      act.organiser_id = $3::uuid
                    from
                      volunteer_activity act
                    where
                      act.id = _r0.activity_id
                  )
                )
              )
              or _r0.school_id = any ($4::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
