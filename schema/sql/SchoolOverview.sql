-- SchoolOverview, asked as school-admin: answered by statement

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
                  (
                    case
                      when (_r0.id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from
                  student _r1
                where
                  (
                    _r1."school_id" = _r0.id
                    and _r1.school_id = any ($2::uuid[])
                    and _r1.left_on is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from
                  district _r2
                where
                  _r2.id = _r0."district_id"
              ),
              'null'
            ) || ',' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (_l0.school_id = any ($2::uuid[])) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from
                          class_membership _r3
                        where
                          (
                            _r3."school_class_id" = _l0.id
                            and (
                              _r3.student_id in (
                                select
                                  s.id
                                from
                                  student s
                                where
                                  s.school_id = any ($2::uuid[])
                              )
                              or _l0.school_id = any ($2::uuid[])
                            )
                            and _r3.status = 'ACTIVE'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from
                          grade _r4
                        where
                          _r4.id = _l0."grade_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r5."id"::text || '",' || right(json_build_array(($3::date between _r5.starts_on and _r5.ends_on))::text, -1)
                        from
                          school_year _r5
                        where
                          _r5.id = _l0."school_year_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r6."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r6.id = $4::uuid
                                      or exists (
                                        select
                                          1
                                        from
                                          staff_assignment asg
                                        where
                                          asg.staff_id = _r6.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                          )
                                          and asg.school_id = any ($5::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select
                                            asg.held_as
                                          from
                                            staff_assignment asg
                                          where
                                            asg.staff_id = _r6.id
                                            and asg.school_id = any ($5::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit
                                            1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from
                                  person p
                                where
                                  p.id = _r6.person_id
                              ),
                              _r6."staff_number"
                            )::text,
                            -1
                          )
                        from
                          staff _r6
                        where
                          (
                            _r6.id in (
                              select
                                a.staff_id
                              from
                                staff_assignment a
                              where
                                a.school_class_id = _l0.id
                                and a.role = 'HOMEROOM_TEACHER'
                                and a.ended_at is null
                                and a.valid_from <= $3::date
                                and (
                                  a.valid_to is null
                                  or a.valid_to >= $3::date
                                )
                            )
                            and (
                              _r6.id = $4::uuid
                              or exists (
                                select
                                  1
                                from
                                  staff_assignment a
                                where
                                  a.staff_id = _r6.id
                                  and a.school_id = any ($5::uuid[])
                              )
                            )
                          )
                        limit
                          1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."number"::text || ',' || right(json_build_array(_l0."name", _l0."school_year_id"::text, _l0."grade_id"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where
                      _l0._n <= $6::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $6::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select
                        _l0.*
                      from
                        school_class _l0
                      where
                        (
                          _l0."school_id" = _r0.id
                          and _l0.school_id = any ($5::uuid[])
                          and true
                        )
                      order by
                        _l0."school_year_id" desc,
                        _l0."grade_id" asc,
                        _l0."number" asc,
                        _l0."id" asc
                      limit
                        ($6::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select
                  (count(*)::int)::text
                from
                  school_class _l0
                where
                  (
                    _l0."school_id" = _r0.id
                    and _l0.school_id = any ($5::uuid[])
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
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
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or _l1.school_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from
                          meeting_invitation _r7
                        where
                          (
                            _r7."meeting_id" = _l1.id
                            and _r7.status = 'INVITED'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or _l1.school_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from
                          meeting_reply _r8
                        where
                          (
                            _r8."meeting_id" = _l1.id
                            and _r8.superseded_at is null
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or _l1.school_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from
                          meeting_reply _r9
                        where
                          (
                            _r9."meeting_id" = _l1.id
                            and _r9.superseded_at is null
                            and _r9.answer = 'ATTENDING'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."scope"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(
                        json_build_array(
                          _l1."title",
                          _l1."place",
                          (
                            select
                              count(*)::int
                            from
                              meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                  or (
                                    select
                                      mtg.school_id = any ($2::uuid[])
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                )
                              )
                          ),
                          (
                            select
                              count(*)::int
                            from
                              meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                  or (
                                    select
                                      mtg.school_id = any ($2::uuid[])
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                )
                              )
                          ),
                          (
                            select
                              count(*)::int
                            from
                              meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                  or (
                                    select
                                      mtg.school_id = any ($2::uuid[])
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                )
                                and (
                                  (
                                    (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from
                                        meeting mtg
                                      where
                                        mtg.id = each.meeting_id
                                    )
                                    or (
                                      select
                                        mtg.school_id = any ($2::uuid[])
                                      from
                                        meeting mtg
                                      where
                                        mtg.id = each.meeting_id
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            select
                              count(*)::int
                            from
                              meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                  or (
                                    select
                                      mtg.school_id = any ($2::uuid[])
                                    from
                                      meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                  )
                                )
                                and (
                                  (
                                    (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from
                                        meeting mtg
                                      where
                                        mtg.id = each.meeting_id
                                    )
                                    or (
                                      select
                                        mtg.school_id = any ($2::uuid[])
                                      from
                                        meeting mtg
                                      where
                                        mtg.id = each.meeting_id
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            (
                              (
                                _l1.organiser_id = $4::uuid
                                and _l1.school_id = any ($5::uuid[])
                              )
                              or _l1.school_id = any ($2::uuid[])
                            )
                          ),
                          (false)
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
                      meeting _l1
                    where
                      (
                        _l1."school_id" = _r0.id
                        and (
                          (
                            _l1.organiser_id = $4::uuid
                            and _l1.school_id = any ($5::uuid[])
                          )
                          or _l1.school_id = any ($2::uuid[])
                        )
                        and _l1."starts_at" >= $7
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit
                      $8::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (count(*)::int)::text
                from
                  meeting _l1
                where
                  (
                    _l1."school_id" = _r0.id
                    and (
                      (
                        _l1.organiser_id = $4::uuid
                        and _l1.school_id = any ($5::uuid[])
                      )
                      or _l1.school_id = any ($2::uuid[])
                    )
                    and _l1."starts_at" >= $7
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
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
                                      _l2.school_id = any ($5::uuid[])
                                      and (
                                        select
                                          act.organiser_id = $4::uuid
                                        from
                                          volunteer_activity act
                                        where
                                          act.id = _l2.activity_id
                                      )
                                    )
                                    or _l2.school_id = any ($2::uuid[])
                                  )
                                  or (
                                    _l2.published_at is not null
                                    and _l2.school_id = any ($5::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from
                          signup _r10
                        where
                          (
                            _r10."shift_id" = _l2.id
                            and (
                              (
                                (
                                  (
                                    _l2.school_id = any ($5::uuid[])
                                    and (
                                      select
                                        act.organiser_id = $4::uuid
                                      from
                                        volunteer_activity act
                                      where
                                        act.id = _l2.activity_id
                                    )
                                  )
                                  or _l2.school_id = any ($2::uuid[])
                                )
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $9::timestamptz
                                    or exists (
                                      select
                                        1
                                      from
                                        engagement res
                                      where
                                        res.source_id = _r10.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
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
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
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
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select
                                      1
                                    from
                                      attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  _l2.published_at is not null
                                  and _l2.school_id = any ($5::uuid[])
                                )
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $9::timestamptz
                                    or exists (
                                      select
                                        1
                                      from
                                        engagement res
                                      where
                                        res.source_id = _r10.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
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
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
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
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select
                                      1
                                    from
                                      attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r10.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r11."id"::text || '","' || _r11."kind"::text || '",' || right(json_build_array(_r11."title")::text, -1)
                        from
                          volunteer_activity _r11
                        where
                          (
                            _r11.id = _l2."activity_id"
                            and (
                              (
                                _r11.school_id = any ($5::uuid[])
                                and (
                                  _r11.published_at is not null
                                  or _r11.organiser_id = $4::uuid
                                )
                              )
                              or _r11.school_id = any ($2::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select
                      _l2.*
                    from
                      shift _l2
                    where
                      (
                        _l2."school_id" = _r0.id
                        and (
                          (
                            _l2.school_id = any ($5::uuid[])
                            and (
                              _l2.published_at is not null
                              or (
                                select
                                  act.organiser_id = $4::uuid
                                from
                                  volunteer_activity act
                                where
                                  act.id = _l2.activity_id
                              )
                            )
                          )
                          or _l2.school_id = any ($2::uuid[])
                        )
                        and _l2."starts_at" >= $10
                      )
                    order by
                      _l2."starts_at" asc,
                      _l2."id" asc
                    limit
                      $11::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (count(*)::int)::text
                from
                  shift _l2
                where
                  (
                    _l2."school_id" = _r0.id
                    and (
                      (
                        _l2.school_id = any ($5::uuid[])
                        and (
                          _l2.published_at is not null
                          or (
                            select
                              act.organiser_id = $4::uuid
                            from
                              volunteer_activity act
                            where
                              act.id = _l2.activity_id
                          )
                        )
                      )
                      or _l2.school_id = any ($2::uuid[])
                    )
                    and _l2."starts_at" >= $10
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          exists (
                            select
                              1
                            from
                              course_edition own
                              join course_citation cit on cit.course_edition_id = own.id
                              join policy_edition cited on cited.id = cit.policy_edition_id
                            where
                              own.course_id = _l3.id
                              and own.status = 'PUBLISHED'
                              and (
                                cited.status = 'WITHDRAWN'
                                or (
                                  cited.status = 'PUBLISHED'
                                  and cited.effective_to < $3::date
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
                    select
                      _l3.*
                    from
                      course _l3
                    where
                      (
                        _l3."school_id" = _r0.id
                        and (
                          (
                            (
                              _l3.created_by_id = $4::uuid
                              and exists (
                                select
                                  1
                                from
                                  staff_assignment own
                                where
                                  own.staff_id = $4::uuid
                                  and own.ended_at is null
                                  and own.valid_from <= $3::date
                                  and (
                                    own.valid_to is null
                                    or own.valid_to >= $3::date
                                  )
                                  and (
                                    own.school_id = _l3.school_id
                                    or (
                                      _l3.school_id is null
                                      and coalesce(_l3.district_id, own.district_id) = own.district_id
                                    )
                                  )
                              )
                            )
                            or _l3.school_id = any ($2::uuid[])
                          )
                          or (
                            (
                              select
                                true
                              from
                                course_edition pub
                              where
                                pub.course_id = _l3.id
                                and pub.status = 'PUBLISHED'
                            )
                            and (
                              _l3.is_public
                              or _l3.school_id = any ($5::uuid[])
                              or (
                                _l3.school_id is null
                                and (
                                  _l3.district_id is null
                                  or _l3.district_id = any ($12::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."listed_at" desc,
                      _l3."id" desc
                    limit
                      $13::int
                  ) _l3
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (count(*)::int)::text
                from
                  course _l3
                where
                  (
                    _l3."school_id" = _r0.id
                    and (
                      (
                        (
                          _l3.created_by_id = $4::uuid
                          and exists (
                            select
                              1
                            from
                              staff_assignment own
                            where
                              own.staff_id = $4::uuid
                              and own.ended_at is null
                              and own.valid_from <= $3::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $3::date
                              )
                              and (
                                own.school_id = _l3.school_id
                                or (
                                  _l3.school_id is null
                                  and coalesce(_l3.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or _l3.school_id = any ($2::uuid[])
                      )
                      or (
                        (
                          select
                            true
                          from
                            course_edition pub
                          where
                            pub.course_id = _l3.id
                            and pub.status = 'PUBLISHED'
                        )
                        and (
                          _l3.is_public
                          or _l3.school_id = any ($5::uuid[])
                          or (
                            _l3.school_id is null
                            and (
                              _l3.district_id is null
                              or _l3.district_id = any ($12::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."issued_on"::text || '",' || right(json_build_array(_l4."title", _l4."document_number")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select
                      _l4.*
                    from
                      policy_document _l4
                    where
                      (
                        _l4."school_id" = _r0.id
                        and (
                          (
                            (
                              _l4.created_by_id = $4::uuid
                              and exists (
                                select
                                  1
                                from
                                  staff_assignment own
                                where
                                  own.staff_id = $4::uuid
                                  and own.ended_at is null
                                  and own.valid_from <= $3::date
                                  and (
                                    own.valid_to is null
                                    or own.valid_to >= $3::date
                                  )
                                  and (
                                    own.school_id = _l4.school_id
                                    or (
                                      _l4.school_id is null
                                      and coalesce(_l4.district_id, own.district_id) = own.district_id
                                    )
                                  )
                              )
                            )
                            or _l4.school_id = any ($2::uuid[])
                          )
                          or (
                            (
                              select
                                true
                              from
                                policy_edition pub
                              where
                                pub.document_id = _l4.id
                                and pub.status = 'PUBLISHED'
                              limit
                                1
                            )
                            and (
                              _l4.is_public
                              or _l4.school_id = any ($5::uuid[])
                              or (
                                _l4.school_id is null
                                and (
                                  _l4.district_id is null
                                  or _l4.district_id = any ($12::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."issued_on" desc,
                      _l4."id" desc
                    limit
                      $14::int
                  ) _l4
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (count(*)::int)::text
                from
                  policy_document _l4
                where
                  (
                    _l4."school_id" = _r0.id
                    and (
                      (
                        (
                          _l4.created_by_id = $4::uuid
                          and exists (
                            select
                              1
                            from
                              staff_assignment own
                            where
                              own.staff_id = $4::uuid
                              and own.ended_at is null
                              and own.valid_from <= $3::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $3::date
                              )
                              and (
                                own.school_id = _l4.school_id
                                or (
                                  _l4.school_id is null
                                  and coalesce(_l4.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or _l4.school_id = any ($2::uuid[])
                      )
                      or (
                        (
                          select
                            true
                          from
                            policy_edition pub
                          where
                            pub.document_id = _l4.id
                            and pub.status = 'PUBLISHED'
                          limit
                            1
                        )
                        and (
                          _l4.is_public
                          or _l4.school_id = any ($5::uuid[])
                          or (
                            _l4.school_id is null
                            and (
                              _l4.district_id is null
                              or _l4.district_id = any ($12::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || coalesce(
              (
                select
                  '[' || string_agg('["' || _l5."id"::text || '",' || _l5."capacity"::text || ',' || right(json_build_array(_l5."name")::text, -1), ',') || ']'
                from
                  (
                    select
                      _l5.*
                    from
                      room _l5
                    where
                      (
                        _l5."school_id" = _r0.id
                        and _l5.school_id = any ($5::uuid[])
                        and true
                      )
                    order by
                      _l5."name" asc,
                      _l5."id" asc
                    limit
                      $15::int
                  ) _l5
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."code", _r0."name", _r0."stages")::text, -1)),
            ','
          ) || ']'
        from
          school _r0
        where
          _r0.id = any ($16::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;
